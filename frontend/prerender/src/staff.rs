//! The staff page: a shell that says it is starting, or why it cannot; everything else is drawn in the browser.

use app::text::staff as t;
use app::view::view;

use crate::assets::Assets;
use crate::page::{self, Shell};

/// The whole page.
pub fn render(assets: &Assets) -> Result<String, String> {
    let body = view! {
            <div class="notice notice-stop" id="stopped" role="alert" hidden>
                <p><b>{t::shell_stopped()}</b> " " {t::shell_stopped_next()}</p>
            </div>
            <div id="staff">
                <main class="gate" id="starting">
                    <section class="gate-card">
                        <h1>{t::shell_title()}</h1>
                        <p role="status">{t::shell_starting()}</p>
                    </section>
                </main>
            </div>
            <noscript><p class="shell-note">{t::shell_no_script()}</p></noscript>
    }
    .to_html();
    let shell = Shell {
        side: "staff",
        style: &assets.sheet_link("staff.css")?,
        title: t::shell_title(),
        sprite: include_str!("../../../style/scenes.svg"), // on posters
        body: &body,
    };
    page::write(&shell, assets)
}
