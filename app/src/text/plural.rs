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

/// The CLDR category for the build program and tests, which only render English.
#[cfg(not(target_arch = "wasm32"))]
pub fn category(_language: &str, number: i64) -> &'static str {
    if number == 1 { "one" } else { "other" }
}
