//! "Which device are you on?": the truth for each, and what else there is (S1.6, S7). The answer stays in the page: it changes
//! these words and nothing else, and nobody has to give one.

use super::choices::{Choice, one_of};
use super::journey::{Device, Screen};
use super::page::{Page, State};
use crate::text::{pupil, said};
use crate::view::{View, view};

/// The question.
pub fn device(page: Page, state: &State) -> View {
    let now = state.journey.device;
    let choice = |id, words, device, choose| Choice {
        id,
        words,
        chosen: now == Some(device),
        choose,
    };
    let choices = [
        choice(
            "device-school",
            pupil::device_school(),
            Device::School,
            |journey| journey.device = Some(Device::School),
        ),
        choice(
            "device-shared",
            pupil::device_shared(),
            Device::Shared,
            |journey| journey.device = Some(Device::Shared),
        ),
        choice("device-own", pupil::device_own(), Device::Own, |journey| {
            journey.device = Some(Device::Own)
        }),
        choice(
            "device-not-sure",
            pupil::danger_not_sure(),
            Device::NotSure,
            |journey| journey.device = Some(Device::NotSure),
        ),
    ];
    let truth = match now {
        None => "",
        Some(Device::Own) => pupil::device_own_truth(),
        Some(Device::Shared) => pupil::device_shared_truth(),
        Some(_) => pupil::words_device_1(),
    };
    let mut readers = state.school.iter().flat_map(|school| &school.readers);
    let reader = readers.find(|reader| reader.usual && state.journey.reads(reader));
    let ways = match reader {
        Some(reader) => pupil::words_device_2(&reader.name),
        None => said(pupil::words_device_2_alone()),
    };
    let more = view! {
        <div role="status">
            {(!truth.is_empty()).then(|| view! {
                <div class="panel">
                    <p>{truth}</p>
                    <p>{ways}</p>
                    <p>{pupil::device_paper()}</p>
                </div>
            })}
        </div>
    };
    one_of(
        page,
        state,
        Screen::Device,
        [pupil::device_title(), pupil::device_lead(), ""],
        &choices,
        more,
    )
}
