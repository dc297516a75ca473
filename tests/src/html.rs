//! Reading pages as a browser without script would.

/// A form of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// How.
    pub method: String,
    /// Names and values of its inputs.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The value of the input of that name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// One start or end tag.
#[derive(Clone, Debug, Default)]
pub struct Tag {
    /// Its name, with `/` in front when it ends an element.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// The tags of a page, in order.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let (tag, after) = read_tag(rest);
            rest = match tag.name.as_str() {
                "script" | "style" => after.find("</").map_or("", |end| &after[end..]),
                _ => after,
            };
            tags.push(tag);
        }
    }
    tags
}

fn read_tag(text: &str) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let mut tag = Tag { name: text[..end].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = text[end..].trim_start();
    while !rest.is_empty() && !rest.starts_with('>') {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(rest.len()).max(1);
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            (value, rest) = read_value(after.trim_start());
        }
        tag.attributes.push((name, unescape(value)));
        rest = rest.trim_start();
    }
    (tag, rest.strip_prefix('>').unwrap_or(rest))
}

fn read_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(after) = text.strip_prefix(quote) {
            return after.split_once(quote).unwrap_or((after, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len()))
}

/// Text as a person reads it.
pub fn unescape(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

/// The forms of a page.
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut open = false;
    for tag in tags(page) {
        let text = |name: &str| tag.attribute(name).unwrap_or_default().to_owned();
        match tag.name.as_str() {
            "form" => {
                forms.push(Form { action: text("action"), method: text("method"), fields: Vec::new() });
                open = true;
            }
            "/form" => open = false,
            "input" if open => {
                let is_sent = text("type") != "checkbox" || tag.attribute("checked").is_some();
                let form = forms.last_mut().filter(|_| is_sent && !text("name").is_empty());
                if let Some(form) = form {
                    form.fields.push((text("name"), text("value")));
                }
            }
            _ => {}
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_with_their_values() {
        let page = r#"<p>a < b</p><script>if (a<b) "<form>"</script>
            <form method="post" action="/forms/x"><input type="hidden" name="form_token" value="a&amp;b"/>
            <input name=plain value=1><input type=checkbox name=no value=true></form><input name="outside" value="z">"#;
        let found = forms(page);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].action.as_str(), found[0].method.as_str()), ("/forms/x", "post"));
        assert_eq!(found[0].fields, [("form_token".into(), "a&b".into()), ("plain".into(), "1".into())]);
    }
}
