//! The emergency strip: first in the page, never scrolls away, needs no script. And the way out.

use super::helpline::{Pack, dialled};
use crate::components::icon::{icon, icon_flip, icon_small};
use crate::text::{pupil, say};
use crate::view::{View, view};

/// The strip, for every region; all but the first are hidden until the school is known.
pub fn strip(packs: &[Pack]) -> View {
    let regions = packs
        .iter()
        .enumerate()
        .map(|(at, pack)| numbers(pack, at > 0))
        .collect::<View>();
    view! {
        <header class="strip" aria-label=pupil::strip_label()>
            <div class="strip-in">
                {regions}
                <p class="strip-watch">
                    {icon_small("moon")}
                    <span>
                        {pupil::strip_watch_start()}
                        " "
                        <strong>{pupil::strip_watch_not()}</strong>
                        " "
                        {pupil::strip_watch_end()}
                        " "
                        <span class="keep" id="next-look" hidden>{pupil::strip_next()}" "<b id="next-look-time"></b>"."</span>
                        <span id="no-look" hidden>{pupil::strip_nobody()}</span>
                    </span>
                </p>
                <a class="leave" id="leave" href="about:blank" rel="noreferrer">{icon_flip("leave")}{pupil::strip_leave()}</a>
            </div>
        </header>
    }
}

fn numbers(pack: &Pack, hidden: bool) -> View {
    let emergency = pack
        .strip
        .emergency
        .as_deref()
        .and_then(|id| pack.find(id))
        .and_then(|line| line.phone.clone())
        .map(|number| {
            let link = ["tel:", &dialled(&number)].concat();
            view! {
                <p class="strip-item">
                    <span>{pupil::strip_danger()}</span>
                    " "
                    <a class="strip-call" href=link>
                        {icon("phone")}
                        {pupil::strip_call()}
                        " "
                        <span class="ltr">{number}</span>
                    </a>
                </p>
            }
        });
    let talk = pack.find(&pack.strip.talk).and_then(|line| line.phone.clone()).map(|number| {
        let narrow = [&pack.strip.short, ", ", &say(pupil::strip_free())].concat();
        let link = ["tel:", &dialled(&number)].concat();
        let wide = [&pack.strip.short, "\u{a0}"].concat();
        view! {
            <p class="strip-item">
                <span><span class="narrow">{narrow}</span><span class="wide">{pupil::strip_talk()}</span></span>
                " "
                <a class="strip-call" href=link>
                    <span class="wide">{wide}</span>
                    <span class="ltr">{number}</span>
                </a>
            </p>
        }
    });
    view! { <div class="strip-numbers" data-region=pack.region.clone() hidden=hidden>{emergency}{talk}</div> }
}
