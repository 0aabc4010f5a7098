package org.vigie.casework.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in. Sessions live in memory: a restart ends all. A session is known by the hash of
 * its token, so that a dump of the memory's map gives none away.
 */
public final class Sessions {
  /** Away from the desk. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** A working day. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Of one account at a time: nobody works at more desks. */
  public static final int MOST = 10;

  private final Map<String, Session> byHash = new ConcurrentHashMap<>();
  private final SecureRandom random;
  private final Clock clock;

  public Sessions(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /**
   * Starts a session and returns its token, which is told once; the account's oldest ends where it
   * has as many as it may.
   *
   * @param address from which the person signed in, or empty
   */
  public String start(Account account, Locale language, String address) {
    Instant now = clock.instant();
    byHash.values().removeIf(session -> hasEnded(session, now));
    List<Session> running = of(account.name());
    running.stream().limit(Math.max(0, running.size() - MOST + 1)).forEach(this::end);
    String token = token();
    byHash.put(
        Secret.hash(token),
        new Session(Secret.mark(token), account.name(), token(), now, address, language));
    return token;
  }

  /** Finds the session of a token that hasn't ended. */
  public Optional<Session> find(String token) {
    Instant now = clock.instant();
    Session session = byHash.get(Secret.hash(token));
    if (session == null) {
      return Optional.empty();
    }
    if (hasEnded(session, now)) {
      byHash.remove(Secret.hash(token));
      return Optional.empty();
    }
    session.use(now);
    return Optional.of(session);
  }

  public void end(String token) {
    byHash.remove(Secret.hash(token));
  }

  /** Returns the sessions of an account that haven't ended, in the order in which they began. */
  public List<Session> of(String account) {
    Instant now = clock.instant();
    return byHash.values().stream()
        .filter(session -> session.account().equals(account) && !hasEnded(session, now))
        .sorted(Comparator.comparing(Session::startedAt).thenComparing(Session::id))
        .toList();
  }

  /** Ends a session, whatever its token. */
  public void end(Session session) {
    byHash.values().remove(session);
  }

  /**
   * Ends all sessions of an account but one, which goes on with another token.
   *
   * @return the token, which is told once; none if the session has ended
   */
  public Optional<String> renew(Session kept) {
    Optional<String> fresh = exchange(kept);
    byHash
        .values()
        .removeIf(session -> session != kept && session.account().equals(kept.account()));
    return fresh;
  }

  /**
   * Lets a session go on with another token: whoever has the former one, stolen or not, is out.
   *
   * @return the token, which is told once; none if the session has ended
   */
  public Optional<String> exchange(Session session) {
    if (hasEnded(session, clock.instant()) || !byHash.values().remove(session)) {
      return Optional.empty();
    }
    String fresh = token();
    byHash.put(Secret.hash(fresh), session);
    return Optional.of(fresh);
  }

  /** Ends all sessions of an account, as when its rights change. */
  public void endAllOf(String account) {
    byHash.values().removeIf(session -> session.account().equals(account));
  }

  /** Returns a random text that nobody can guess, in letters that a URL may hold. */
  public String token() {
    return Secret.random(random);
  }

  private static boolean hasEnded(Session session, Instant now) {
    return !now.isBefore(session.lastUsed().plus(IDLE))
        || !now.isBefore(session.startedAt().plus(LONGEST));
  }
}
