//! What assistive technology is told of the windows (AT-SPI): read as a whole each time, as a person looks anew.

use super::session::connect;
use crate::browser::plain;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;
use zbus::Connection;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const COMPONENT: &str = "org.a11y.atspi.Component";
const TEXT: &str = "org.a11y.atspi.Text";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Where the registry keeps the applications.
const ROOT: (&str, &str) = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root");
/// How long one look may take; an application that hangs answers nothing.
const LIMIT: Duration = Duration::from_secs(5);
/// Deeper than any page; a tree that changes while it is read could seem to have no end.
const DEPTH: usize = 60;

/// `ATSPI_COORD_TYPE_SCREEN`.
const ON_SCREEN: u32 = 0;
/// Bits of `AtspiStateType`.
const FOCUSED: u32 = 12;
const SHOWING: u32 = 25;
const VISIBLE: u32 = 30;

/// Where GTK says that the items of a closed menu are, which it calls visible.
const NOWHERE: i32 = i32::MIN;

/// Stands for a child in the text of its parent.
const CHILD: char = '\u{FFFC}';

/// Pixels of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Of the left edge.
    pub x: i32,
    /// Of the upper edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

impl Place {
    /// The middle.
    pub fn middle(self) -> (i32, i32) {
        (self.x + self.width / 2, self.y + self.height / 2)
    }

    /// The edge below.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }
}

/// Something in a window.
#[derive(Clone, Debug)]
pub struct Node {
    depth: usize,
    /// The ARIA role where it is part of a page, for example `button`; else as GTK calls it, for example `frame`.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// The text that is its own, or what stands in a field.
    pub text: String,
    /// Where it is on the screen.
    pub place: Place,
    /// Whether it is to be seen, perhaps not without scrolling.
    pub is_shown: bool,
    /// Whether the keyboard is there.
    pub is_focused: bool,
}

impl Node {
    /// Whether name or text contain it.
    pub fn says(&self, text: &str) -> bool {
        self.name.contains(text) || self.text.contains(text)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { depth, role, name, text, place, is_shown, is_focused } = self;
        let Place { x, y, width, height } = place;
        let hidden = if *is_shown { "" } else { " (hidden)" };
        let focused = if *is_focused { " (keyboard)" } else { "" };
        write!(f, "{:1$}{role} “{name}” “{text}” {x},{y} {width}×{height}{hidden}{focused}", "", depth * 2)
    }
}

/// The bus of assistive technology.
#[derive(Clone)]
pub struct Bus(Connection);

type Reference = (String, OwnedObjectPath);

impl Bus {
    /// Connects to it.
    pub async fn at(address: &str) -> Self {
        Self(connect(address).await.expect("the accessibility bus answers"))
    }

    /// Everything in all windows, parents before their children; what goes while it is read is left out.
    pub async fn read(&self) -> Vec<Node> {
        let root = (ROOT.0.to_owned(), OwnedObjectPath::try_from(ROOT.1).expect("a path"));
        // An application that does not answer shows nothing.
        tokio::time::timeout(LIMIT, self.clone().read_from(root, 0)).await.unwrap_or_default()
    }

    /// What stands beside each other is asked at once: on a busy machine most of the time goes by between question and
    /// answer.
    fn read_from(self, object: Reference, depth: usize) -> Pin<Box<dyn Future<Output = Vec<Node>> + Send>> {
        Box::pin(async move {
            let Some((node, children)) = self.look_at(&object, depth).await else { return Vec::new() };
            let children = children.into_iter().filter(|_| depth < DEPTH);
            let reading: Vec<_> =
                children.map(|child| tokio::spawn(self.clone().read_from(child, depth + 1))).collect();
            let mut nodes = vec![node];
            for below in reading {
                nodes.extend(below.await.unwrap_or_default());
            }
            nodes
        })
    }

    async fn look_at(&self, object: &Reference, depth: usize) -> Option<(Node, Vec<Reference>)> {
        let interfaces: Vec<String> = self.call(object, ACCESSIBLE, "GetInterfaces", &()).await?;
        // GTK complains when it is asked for what it has not.
        let offers = |interface: &'static str| interfaces.iter().any(|other| other == interface).then_some(interface);
        let role = self.call::<_, String>(object, ACCESSIBLE, "GetRoleName", &());
        let attributes = self.call::<_, HashMap<String, String>>(object, ACCESSIBLE, "GetAttributes", &());
        let name = self.property::<String>(object, "Name");
        let states = self.call::<_, Vec<u32>>(object, ACCESSIBLE, "GetState", &());
        let place =
            async { self.call::<_, (i32, i32, i32, i32)>(object, offers(COMPONENT)?, "GetExtents", &ON_SCREEN).await };
        let text = async { self.call::<_, String>(object, offers(TEXT)?, "GetText", &(0, -1)).await };
        let children = self.children(object);
        let (role, attributes, name, states, place, text, children) =
            tokio::join!(role, attributes, name, states, place, text, children);
        let states = states?.first().copied().unwrap_or_default();
        let has = |state: u32| states & (1 << state) != 0;
        let (x, y, width, height) = place.unwrap_or_default();
        // WebKitGTK names hardly any role but in this attribute.
        let in_page = attributes.and_then(|mut attributes| attributes.remove("computed-role"));
        let node = Node {
            depth,
            role: in_page.or(role).unwrap_or_default(),
            name: plain(&name.unwrap_or_default()),
            text: plain(&text.unwrap_or_default().replace(CHILD, " ")),
            place: Place { x, y, width, height },
            is_shown: has(SHOWING) || has(VISIBLE) && x != NOWHERE,
            is_focused: has(FOCUSED),
        };
        Some((node, children))
    }

    /// GTK lists no children of the place where a page is plugged into its window, but knows how many there are.
    async fn children(&self, object: &Reference) -> Vec<Reference> {
        let children: Vec<Reference> = self.call(object, ACCESSIBLE, "GetChildren", &()).await.unwrap_or_default();
        if children.is_empty() && self.property::<i32>(object, "ChildCount").await.is_some_and(|count| count > 0) {
            return self.call(object, ACCESSIBLE, "GetChildAtIndex", &0_i32).await.into_iter().collect();
        }
        children
    }

    async fn property<T: TryFrom<OwnedValue>>(&self, object: &Reference, name: &str) -> Option<T> {
        let value: OwnedValue = self.call(object, PROPERTIES, "Get", &(ACCESSIBLE, name)).await?;
        T::try_from(value).ok()
    }

    async fn call<B, T>(&self, (owner, path): &Reference, interface: &str, method: &str, body: &B) -> Option<T>
    where
        B: serde::Serialize + DynamicType,
        T: DeserializeOwned + Type,
    {
        let call = self.0.call_method(Some(owner.as_str()), path.as_str(), Some(interface), method, body);
        call.await.ok()?.body().deserialize().ok()
    }
}
