//! Who is connected, and the one task that looks for what they are to be told: however many they are, it asks the database
//! two questions every two seconds, and none while nobody is there.

use super::words;
use crate::Shared;
use perfil_accounts::{Connected, News, Session};
use perfil_i18n::end_of_quiet;
use perfil_models::client::Notice;
use perfil_models::{AccessError, SessionId, UserId};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

/// Between two looks.
const TICK: Duration = Duration::from_secs(2);
/// Streams of one session. A further one ends the oldest, of which nobody may have noticed yet that it broke.
const PER_SESSION: usize = 3;
/// Streams in all.
const IN_ALL: usize = 4_000;
/// What may wait for a client that reads slowly; one that lets more pile up is cut off.
const WAITING: usize = 64;
/// What is kept for the end of somebody's quiet hours; what is older is left out.
const HELD: usize = 20;

/// What a client is told.
#[derive(Debug)]
pub enum Push {
    /// Something happened.
    Notice(Notice),
    /// The session has ended.
    SignedOut,
}

/// All streams of this process.
pub struct Hub {
    streams: Mutex<Streams>,
    stopped: watch::Receiver<()>,
}

#[derive(Default)]
struct Streams {
    open: BTreeMap<u64, Stream>,
    opened: u64,
    watcher: Option<JoinHandle<()>>,
}

struct Stream {
    session: SessionId,
    user: UserId,
    sender: mpsc::Sender<Push>,
    /// Events that need not be told any more, with their moments in milliseconds.
    told: HashMap<String, i64>,
    held: Vec<News>,
}

/// A client's place among the streams; it is given up when dropped.
pub struct Seat {
    shared: Arc<Shared>,
    place: u64,
    /// The last of what the client has heard.
    pub heard: String,
    /// What the client is told; ends when it is cut off.
    pub pushes: mpsc::Receiver<Push>,
    /// Ends when the server stops.
    pub stopped: watch::Receiver<()>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.shared.hub.streams().open.remove(&self.place);
    }
}

impl Hub {
    /// Without streams, until `stopped` loses its sender.
    pub fn new(stopped: watch::Receiver<()>) -> Self {
        Self { streams: Mutex::default(), stopped }
    }

    fn streams(&self) -> MutexGuard<'_, Streams> {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets a client of the session hear what happens from now on, or since what it `heard` last.
/// [`AccessError::Unavailable`]: too many do already.
pub async fn join(shared: &Arc<Shared>, session: &Session, heard: Option<&str>) -> Result<Seat, AccessError> {
    let accounts = &shared.accounts;
    let (heard, known, held) = match heard {
        Some(heard) => {
            let known = accounts.missed_news(&session.user_id).await?;
            let missed = known.iter().filter(|news| news.id.as_str() > heard).cloned().collect();
            (heard.to_owned(), known, missed)
        }
        None => {
            let mark = accounts.news_mark();
            (mark, accounts.news(std::slice::from_ref(&session.user_id)).await?, Vec::new())
        }
    };
    let told = known.into_iter().map(|news| (news.event, news.at)).collect();
    let (sender, pushes) = mpsc::channel(WAITING);
    let mut streams = shared.hub.streams();
    let own = streams.open.iter().filter(|(_, stream)| stream.session == session.id).map(|(place, _)| *place);
    let own: Vec<u64> = own.collect();
    if own.len() >= PER_SESSION {
        streams.open.remove(&own[0]);
    } else if streams.open.len() >= IN_ALL {
        tracing::warn!("too many apps are connected");
        return Err(AccessError::Unavailable);
    }
    let place = streams.opened;
    streams.opened += 1;
    let stream = Stream { session: session.id.clone(), user: session.user_id.clone(), sender, told, held };
    streams.open.insert(place, stream);
    if streams.watcher.as_ref().is_none_or(JoinHandle::is_finished) {
        streams.watcher = Some(tokio::spawn(watch(shared.clone())));
    }
    drop(streams);
    Ok(Seat { shared: shared.clone(), place, heard, pushes, stopped: shared.hub.stopped.clone() })
}

/// Looks until nobody is left.
async fn watch(shared: Arc<Shared>) {
    loop {
        tokio::time::sleep(TICK).await;
        let Some(sessions) = sessions_or_rest(&shared.hub) else { return };
        if let Err(error) = look(&shared, &sessions).await {
            tracing::warn!(?error, "connected apps are told nothing for the moment");
        }
    }
}

/// The sessions of those who are connected. `None`: nobody is, and the watcher is gone for whoever comes next.
fn sessions_or_rest(hub: &Hub) -> Option<Vec<SessionId>> {
    let mut streams = hub.streams();
    if streams.open.is_empty() {
        streams.watcher = None;
        return None;
    }
    let sessions: HashSet<_> = streams.open.values().map(|stream| stream.session.clone()).collect();
    Some(sessions.into_iter().collect())
}

async fn look(shared: &Shared, sessions: &[SessionId]) -> Result<(), AccessError> {
    let living = shared.accounts.connected(sessions).await?;
    let living: HashMap<_, _> = living.into_iter().map(|person| (person.session.clone(), person)).collect();
    shared.hub.streams().end(sessions, &living);
    let people: HashSet<_> = living.values().map(|person| person.user.clone()).collect();
    let people: Vec<UserId> = people.into_iter().collect();
    let news = shared.accounts.news(&people).await?;
    let (now, begin) = (shared.accounts.now(), shared.accounts.news_begin());
    let due = shared.hub.streams().take(&living, &news, now, begin);
    for Due { place, sender, person, news } in due {
        let notices = words::notices(&shared.locales, person, &news)?;
        let is_cut_off = notices.into_iter().any(|notice| sender.try_send(Push::Notice(notice)).is_err());
        if is_cut_off {
            shared.hub.streams().open.remove(&place);
        }
    }
    Ok(())
}

/// What is to be told now on a stream.
struct Due<'a> {
    place: u64,
    sender: mpsc::Sender<Push>,
    person: &'a Connected,
    news: Vec<News>,
}

impl Streams {
    /// Ends the streams of those of the sessions that do not live.
    fn end(&mut self, sessions: &[SessionId], living: &HashMap<SessionId, Connected>) {
        let ended: HashSet<_> = sessions.iter().filter(|session| !living.contains_key(*session)).collect();
        self.open.retain(|_, stream| {
            let is_ended = ended.contains(&stream.session);
            if is_ended && stream.sender.try_send(Push::SignedOut).is_err() {
                tracing::debug!("an app that was signed out does not read");
            }
            !is_ended
        });
    }

    /// Notes what is new, and takes from it what may be told now.
    fn take<'a>(
        &mut self,
        living: &'a HashMap<SessionId, Connected>,
        news: &[News],
        now: i64,
        begin: i64,
    ) -> Vec<Due<'a>> {
        let mut due = Vec::new();
        for (place, stream) in &mut self.open {
            let Some(person) = living.get(&stream.session) else { continue };
            stream.note(news, begin);
            if stream.held.is_empty() || is_quiet(person, now) {
                continue;
            }
            let mut news = std::mem::take(&mut stream.held);
            news.retain(|news| person.may_be_told(news.topic));
            due.push(Due { place: *place, sender: stream.sender.clone(), person, news });
        }
        due
    }
}

impl Stream {
    fn note(&mut self, news: &[News], begin: i64) {
        for news in news.iter().filter(|news| news.user == self.user) {
            if self.told.insert(news.event.clone(), news.at).is_none() {
                self.held.push(news.clone());
            }
        }
        self.told.retain(|_, at| *at >= begin);
        let surplus = self.held.len().saturating_sub(HELD);
        self.held.drain(..surplus);
    }
}

fn is_quiet(person: &Connected, now: i64) -> bool {
    let quiet = &person.quiet;
    quiet.hours.and_then(|hours| end_of_quiet(hours, quiet.time_zone.as_deref(), now)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_accounts::Quiet;
    use perfil_models::{Language, QuietHours, Region, Role, Topic};
    use serde_json::json;

    const NOW: i64 = 1_795_511_700_000;

    fn session(name: &str) -> SessionId {
        SessionId::new(name)
    }

    fn person(role: Role, quiet: Quiet) -> Connected {
        let region = Region { language: Language::En, country: None, time_zone: "UTC".to_owned() };
        Connected { session: session("ada"), user: UserId::new("ada"), role, region, quiet }
    }

    fn living(person: Connected) -> HashMap<SessionId, Connected> {
        HashMap::from([(person.session.clone(), person)])
    }

    fn news(event: &str, topic: Topic) -> News {
        let (id, template) = (event.to_owned(), "payment-failed".to_owned());
        News { id, event: event.to_owned(), user: UserId::new("ada"), topic, template, arguments: json!({}), at: NOW }
    }

    fn streams(names: &[&str]) -> (Streams, Vec<mpsc::Receiver<Push>>) {
        let (mut streams, mut receivers) = (Streams::default(), Vec::new());
        for (place, name) in (0..).zip(names) {
            let (sender, receiver) = mpsc::channel(WAITING);
            let (told, held) = (HashMap::new(), Vec::new());
            let stream = Stream { session: session(name), user: UserId::new(*name), sender, told, held };
            streams.open.insert(place, stream);
            receivers.push(receiver);
        }
        (streams, receivers)
    }

    fn told(streams: &mut Streams, person: &Connected, news: &[News], now: i64) -> Vec<String> {
        let living = living(person.clone());
        let due = streams.take(&living, news, now, now - 1);
        due.into_iter().flat_map(|due| due.news).map(|news| news.id).collect()
    }

    #[test]
    fn each_event_is_told_once_however_often_it_is_seen() {
        let (mut streams, _receivers) = streams(&["ada"]);
        let person = person(Role::Owner, Quiet::default());
        let (one, two) = (news("1", Topic::Payments), news("2", Topic::LowCredit));
        assert_eq!(told(&mut streams, &person, std::slice::from_ref(&one), NOW), ["1"]);
        assert_eq!(told(&mut streams, &person, &[one.clone(), two.clone()], NOW), ["2"]);
        assert!(told(&mut streams, &person, &[one, two], NOW).is_empty());
    }

    #[test]
    fn what_the_role_does_not_allow_any_more_is_not_told() {
        let (mut streams, _receivers) = streams(&["ada"]);
        let (payment, import) = (news("1", Topic::Payments), news("2", Topic::ContactImports));
        assert_eq!(told(&mut streams, &person(Role::Member, Quiet::default()), &[payment, import], NOW), ["2"]);
    }

    #[test]
    fn what_comes_in_quiet_hours_is_told_once_after_them() {
        let (mut streams, _receivers) = streams(&["ada"]);
        let hours = QuietHours::parse("09:00", "10:00").unwrap();
        let quiet = person(Role::Owner, Quiet { hours, time_zone: Some("UTC".to_owned()) });
        let payment = news("1", Topic::Payments);
        // 09:15 in UTC.
        assert!(told(&mut streams, &quiet, &[payment], NOW).is_empty());
        let many: Vec<News> = (2..=HELD + 1).map(|number| news(&number.to_string(), Topic::Payments)).collect();
        assert!(told(&mut streams, &quiet, &many, NOW).is_empty());
        let after = NOW + 3_600_000;
        let ids = told(&mut streams, &quiet, &[], after);
        assert_eq!((ids.len(), ids[0].as_str()), (HELD, "2"), "the oldest is left out");
        assert!(told(&mut streams, &quiet, &[], after).is_empty());
    }

    #[test]
    fn only_sessions_that_were_looked_for_and_not_found_have_ended() {
        let (mut streams, mut receivers) = streams(&["ada", "eve", "new"]);
        let living = living(person(Role::Owner, Quiet::default()));
        streams.end(&[session("ada"), session("eve")], &living);
        assert_eq!(streams.open.keys().copied().collect::<Vec<_>>(), [0, 2]);
        assert!(matches!(receivers[1].try_recv(), Ok(Push::SignedOut)));
        assert!(receivers[0].try_recv().is_err() && receivers[2].try_recv().is_err());
    }
}
