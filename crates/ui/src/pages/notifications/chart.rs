//! The balance over time, drawn as steps.

use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::view::Chart;

/// Where the drawing ends: the last balance holds until now, so a little more than its moment is shown.
const END: u16 = Chart::WIDTH + 30;

/// A chart with its amounts at the side and its days below: time goes from left to right in every language.
pub fn balance_chart(chart: &Chart, minimum: Option<&str>) -> Element {
    let line = steps(&chart.points);
    rsx! {
        figure { class: "chart", dir: "ltr",
            div { class: "chart-amounts", aria_hidden: "true",
                bdi { "{chart.top}" }
                bdi { "{chart.bottom}" }
            }
            svg { class: "chart-picture", view_box: "0 0 {END} {Chart::HEIGHT}", preserve_aspect_ratio: "none",
                "role": "img", "aria-label": chart.label.clone(),
                path { class: "chart-area", d: "{line}V{Chart::HEIGHT}H0Z" }
                if let Some(height) = chart.minimum {
                    path { class: "chart-minimum", d: "M0 {height}H{END}" }
                }
                path { class: "chart-line", d: line.clone() }
            }
            div { class: "chart-days", aria_hidden: "true",
                bdi { "{chart.from}" }
                bdi { "{chart.to}" }
            }
            figcaption { class: "chart-key", dir: "auto",
                span { class: "key key-line", {say("chart-balance")} }
                if let (Some(minimum), true) = (minimum, chart.minimum.is_some()) {
                    span { class: "key key-minimum", {say_with("chart-minimum", &[("minimum", minimum)])} }
                }
            }
        }
    }
}

/// From each balance straight on to the moment of the next; the last one holds until the end.
fn steps(points: &[(u16, u16)]) -> String {
    let mut path = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        path += &if place == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
    }
    format!("{path}H{END}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_balance_holds_until_the_next() {
        assert_eq!(steps(&[(0, 10), (400, 200), (900, 60)]), "M0 10H400V200H900V60H1030");
    }
}
