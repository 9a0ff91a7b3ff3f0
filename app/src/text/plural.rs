//! Which plural form a number takes in a language.

/// The CLDR category: `one`, `other` and so on. In the browser `Intl` knows every language.
#[cfg(target_arch = "wasm32")]
pub fn category(language: &str, number: i64) -> String {
    use wasm_bindgen::JsValue;
    let locales = js_sys::Array::of1(&JsValue::from_str(language));
    let rules = js_sys::Intl::PluralRules::new(&locales, &js_sys::Object::new());
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts on a page are far below 2^53"
    )]
    let number = number as f64;
    rules.select(number).into()
}

/// The CLDR category for tests, from the rules that the reference implementation uses.
#[cfg(test)]
pub fn category(language: &str, number: i64) -> &'static str {
    use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
    // Rules are by language; a script or a region changes none of ours.
    let language = match language.split('-').next() {
        Some("marked") | None => "en",
        Some(language) => language,
    };
    let language: unic_langid::LanguageIdentifier = language.parse().expect("a language");
    let rules = PluralRules::create(language, PluralRuleType::CARDINAL).expect("its rules");
    match rules.select(number).expect("a number") {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// The CLDR category for the program that writes the pages, where no message with a plural stands.
#[cfg(not(any(test, target_arch = "wasm32")))]
pub fn category(_language: &str, number: i64) -> &'static str {
    if number == 1 { "one" } else { "other" }
}
