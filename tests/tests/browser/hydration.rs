//! The moment when the browser's program takes over a page that the server has rendered: nothing is lost, nothing moves.

use crate::stage::{ask_for_code, enter, open_menu, sign_in};
use perfil_tests::browser::{Browser, Setup, Size};
use perfil_tests::{ACCOUNT_PAGES, OWNER, Scene, Server};
use serde_json::Value;

/// Slow enough that one can type before the program has come.
const SLOW: u32 = 40_000;

/// The program of the page, by address.
const PROGRAM: &str = "*.wasm*";

const HYDRATED: &str = "document.documentElement.dataset.hydrated";

#[tokio::test]
async fn typed_before_hydration_is_kept() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH.impatient()).await;
    browser.slow_down(Some(SLOW)).await;
    browser.go("/sign-in").await;
    browser.fill("#sign-in-email", OWNER.email).await;
    browser.fill("#sign-in-password", OWNER.password).await;
    browser.click("#sign-in [name=remember]").await;
    assert!(!browser.holds(HYDRATED).await, "the program came before anything was typed");
    browser.slow_down(None).await;
    browser.ready().await;
    assert_eq!(browser.value("#sign-in-email").await, OWNER.email);
    assert_eq!(browser.value("#sign-in-password").await, OWNER.password);
    assert!(browser.holds("document.querySelector('#sign-in [name=remember]').checked").await);
    browser.is_at("#sign-in [name=remember]").await;
    browser.click("#sign-in button[type=submit]").await;
    browser.arrive("/settings/user").await;

    browser.slow_down(Some(SLOW)).await;
    browser.go("/settings/phone").await;
    browser.sees("select#change-phone-country").await;
    browser.evaluate("document.getElementById('change-phone-country').focus()", &[]).await;
    browser.type_text("Germ").await;
    browser.holds_value("#change-phone-country", "DE").await;
    browser.fill("#change-phone-number", "0171 3920099").await;
    assert!(!browser.holds(HYDRATED).await, "the program came before anything was typed");
    browser.slow_down(None).await;
    browser.ready().await;
    browser.holds_value("input#change-phone-country", "Germany +49").await;
    assert_eq!(browser.value("#change-phone-number").await, "0171 3920099");
    browser.is_at("#change-phone-number").await;
    browser.close().await;
}

#[tokio::test]
async fn a_form_sent_before_hydration_goes_without_script() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH.impatient()).await;
    browser.block(&[PROGRAM]).await;
    browser.go("/sign-in?next=%2Fsettings%2Fuser").await;
    sign_in(&browser, OWNER.email, OWNER.password).await;
    browser.fill("#rename-display_name", "Olive Owens-Moreau").await;
    assert!(!browser.holds(HYDRATED).await);
    browser.block(&[]).await;
    browser.click("#rename button[type=submit]").await;
    browser.reads_message("#rename .notice-done", "done-rename").await;
    browser.ready().await;
    browser.reads_message("#rename .notice-done", "done-rename").await;
    assert_eq!(server.database.display_name(OWNER.email).await, "Olive Owens-Moreau");
    // The console tells of the program that was kept away.
    let complaints = browser.complaints().await;
    let is_expected = |text: &String| text.contains("ERR_BLOCKED_BY_CLIENT") || text.contains("Failed to fetch");
    assert!(complaints.iter().all(is_expected), "{complaints:?}");
    browser.close().await;
}

/// Pages of other kinds than those of an account.
const OTHER_PAGES: [&str; 8] = [
    "/settings/notifications/history",
    "/nowhere",
    "/forgot-password",
    "/undo?t=x",
    "/unsubscribe?t=x",
    "/welcome?t=x",
    "/join?t=x",
    "/sign-in/second-step",
];

/// Where the parts of the page are that must not move, to the pixel.
const BOXES: &str = "
    const parts = 'h1, h2, .card, .label, .input, .button, .hint, .menu-button, .section-link, .table tr, .code';
    return [...document.querySelectorAll(parts)].map(part => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return `${part.tagName === 'SELECT' ? 'INPUT' : part.tagName} ${part.className} ${[x, y, width, height].map(Math.round)}`;
    })";

/// What the page consists of, without what the program may change when it takes over.
const OUTLINE: &str = "
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? [node.data] : [];
        if (node.nodeType !== Node.ELEMENT_NODE || node.matches('script, .picker, .clock')) return [];
        const names = node.getAttributeNames().filter(name => !name.startsWith('data-') && name !== 'disabled');
        const head = node.tagName + ' ' + names.sort().map(name => `${name}=${node.getAttribute(name)}`).join(' ');
        return [head, ...[...node.childNodes].flatMap(walk)];
    };
    return walk(document.getElementById('content'))";

#[tokio::test]
async fn nothing_moves_when_the_program_takes_over() {
    let scene = Scene::start().await;
    let browser = Browser::open(&scene.server, Setup::ENGLISH).await;
    browser.visit("/sign-in").await;
    stays(&browser, "/sign-in").await;
    enter(&browser, &OWNER, "/settings/user").await;
    for path in ACCOUNT_PAGES.into_iter().chain(OTHER_PAGES) {
        stays(&browser, path).await;
    }
    browser.visit("/settings/phone").await;
    ask_for_code(&browser, "07700 900170", OWNER.password).await;
    browser.sees("#validate-phone-code").await;
    stays(&browser, "/settings/phone").await;
}

#[tokio::test]
async fn nothing_moves_between_the_two_steps() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, "/settings/user").await;
    server.client_of(&OWNER).await.add_app("Pocket", &OWNER).await;
    stays(&browser, "/settings/two-step").await;
    server.client_of(&OWNER).await.use_app("Tablet", &OWNER).await;
    stays(&browser, "/settings/two-step").await;
    open_menu(&browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    sign_in(&browser, OWNER.email, OWNER.password).await;
    browser.sees("#second-step-code").await;
    stays(&browser, "/sign-in/second-step?next=%2Fsettings%2Fuser").await;
}

/// Takes the page apart from its end, an element at a time, and says which of its parts were elsewhere when it was less
/// than whole: what a slow network shows the other way round.
const TAKEN_APART: &str = "
    const parts = 'h1, h2, .lead, .card';
    const top = part => Math.round(part.getBoundingClientRect().y);
    const content = document.getElementById('content');
    const whole = new Map([...content.querySelectorAll(parts)].map(part => [part, top(part)]));
    const moved = new Set();
    for (const last of [...content.querySelectorAll(':not(option)')].reverse()) {
        last.remove();
        for (const [part, y] of whole) {
            if (!part.isConnected) whole.delete(part);
            else if (top(part) !== y) moved.add(`${part.tagName} ${part.className} ${y} from ${top(part)}`);
        }
    }
    return [...moved]";

#[tokio::test]
async fn what_has_come_stays_while_the_rest_comes() {
    let scene = Scene::start().await;
    let browser = Browser::open(&scene.server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, "/settings/user").await;
    browser.block(&[PROGRAM]).await;
    for size in [Size::ALL[0], Size::ALL[2]] {
        browser.resize(size).await;
        for path in ACCOUNT_PAGES.into_iter().chain(OTHER_PAGES) {
            browser.go(path).await;
            browser.sees("h1").await;
            assert!(!browser.holds(HYDRATED).await);
            let moved = lines(&browser, TAKEN_APART).await;
            assert_eq!(moved, Vec::<String>::new(), "{path} moves while it comes, {size:?}");
        }
    }
}

/// Short pages have no scroll bar and long ones have; the frame must not jump when one goes from one to the other.
#[tokio::test]
async fn the_frame_stays_from_page_to_page() {
    const FRAME: &str = "
        const box = document.querySelector('.brand').getBoundingClientRect();
        return [`${box.x} ${box.y}`]";
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    browser.resize(Size::ALL[2]).await;
    enter(&browser, &OWNER, "/settings/user").await;
    let frame = lines(&browser, FRAME).await;
    for path in ["/settings/password", "/settings/phone", "/organization", "/nowhere"] {
        browser.visit(path).await;
        assert_eq!(lines(&browser, FRAME).await, frame, "the frame jumps at {path}");
    }
    browser.close().await;
}

async fn stays(browser: &Browser, path: &str) {
    browser.block(&[PROGRAM]).await;
    browser.go(path).await;
    browser.sees("h1").await;
    assert!(!browser.holds(HYDRATED).await);
    let (boxes, outline) = (lines(browser, BOXES).await, lines(browser, OUTLINE).await);
    browser.block(&[]).await;
    browser.visit(path).await;
    browser.settle().await;
    assert_eq!(lines(browser, OUTLINE).await, outline, "{path} becomes another page");
    assert_eq!(lines(browser, BOXES).await, boxes, "{path} moves");
    let (sum, moved) = browser.shifts().await;
    assert!(sum < 0.02, "{path} moves by {sum}:\n{}", moved.join("\n"));
}

async fn lines(browser: &Browser, script: &str) -> Vec<String> {
    let lines = browser.evaluate(script, &[]).await;
    let lines = lines.as_array().expect("the page is there").iter();
    lines.filter_map(Value::as_str).map(str::to_owned).collect()
}
