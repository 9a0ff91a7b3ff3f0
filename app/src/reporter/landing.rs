//! The landing: two doors, the way back, and what is good to know. Static; script only takes over its links.

use crate::components::icon::{icon, icon_as, icon_flip};
use crate::text::{pupil, said};
use crate::view::{View, view};

/// The landing. `emergency` is the number of the first region.
pub fn landing(emergency: &str) -> View {
    view! {
        <section class="stack-l" id="start">
            <p class="school">
                <svg viewBox="0 0 24 24" aria-hidden="true"><use href="#scene-school"></use></svg>
                <span id="school-name">{pupil::landing_school()}</span>
            </p>
            <div class="ask"><h1 id="start-title" tabindex="-1">{pupil::landing_title()}</h1><p id="start-lead">{pupil::landing_lead()}</p></div>
            <nav class="doors" aria-label=pupil::landing_doors()>
                {door("help", "#scene-help", pupil::door_help(), pupil::door_help_text())}
                {door("tell", "#scene-tell", pupil::door_tell(), pupil::door_tell_text())}
            </nav>
            <a class="way" href="#tell" data-go="code">
                {icon("card")}
                <span class="way-words"><b>{pupil::way_title()}</b><span class="soft small" id="way-text">{pupil::way_text()}</span></span>
                {icon_flip("next")}
            </a>
            <section aria-label=pupil::good_to_know() class="folds" id="folds">
                {fold("eye", pupil::who_title(), &[pupil::who_1(), pupil::who_2(), pupil::who_3()])}
                {fold(
                    "screen",
                    pupil::others_title(),
                    &[pupil::others_1(), pupil::others_2(), pupil::others_3(), pupil::others_4(), pupil::others_5()],
                )}
                {fold("heart", pupil::secret_title(), &[pupil::secret_1(), pupil::secret_2()])}
                {fold(
                    "ask",
                    pupil::limits_title(),
                    &[&pupil::limits_1(emergency), pupil::limits_2(), pupil::limits_3(), pupil::limits_4()],
                )}
                {fold("path", pupil::after_title(), &[pupil::after_1(), pupil::after_2()])}
            </section>
        </section>
    }
}

fn door(place: &'static str, scene: &'static str, title: &'static str, text: &'static str) -> View {
    view! {
        <a class="door" id=["door-", place].concat() href=["#", place].concat() data-go=place>
            <svg class="door-scene" viewBox="0 0 480 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true"><use href=scene></use></svg>
            <span class="door-words"><span class="door-title">{title}</span><span class="door-text">{text}</span></span>
        </a>
    }
}

fn fold(icon_name: &'static str, title: &'static str, lines: &[&str]) -> View {
    let lines = lines
        .iter()
        .map(|line| view! { <li>{said(line)}</li> })
        .collect::<View>();
    view! {
        <details class="fold">
            <summary>{icon(icon_name)}<span>{title}</span>{icon_as("turn", "i i-turn")}</summary>
            <div class="fold-body"><ul>{lines}</ul></div>
        </details>
    }
}

/// Where the journey leads when it cannot run: no script, an old browser, or a file that did not arrive.
pub fn cannot_run(calls: View) -> View {
    view! {
        <section class="pane stack-l" id="tell" aria-labelledby="tell-title">
            <div class="ask"><h1 id="tell-title" tabindex="-1">{pupil::broken_title()}</h1><p>{pupil::broken_1()}</p></div>
            <ul class="points"><li>{pupil::broken_2()}</li><li>{pupil::broken_3()}</li></ul>
            <p>{pupil::broken_call()}</p>
            {calls}
        </section>
    }
}
