package org.vigie.casework.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person at work since signing in: who, why, and in which language. */
public final class Session {
  /** Long enough to fill in a form, too short to leave the desk. */
  private static final Duration CONFIRMED = Duration.ofMinutes(5);

  private final String id;
  private final String account;
  private final String formToken;
  private final Instant startedAt;
  private final String address;
  private volatile Instant lastUsed;
  private volatile @Nullable String reason;
  private volatile @Nullable String caseFile;
  private final Map<String, String> ofCases = new HashMap<>();
  private volatile Locale language;
  private volatile boolean blind;
  private @Nullable Instant confirmedAt;

  /**
   * @param address from which the person signed in, or empty
   */
  Session(
      String id,
      String account,
      String formToken,
      Instant startedAt,
      String address,
      Locale language) {
    this.id = id;
    this.account = account;
    this.formToken = formToken;
    this.startedAt = startedAt;
    this.address = address;
    this.lastUsed = startedAt;
    this.language = language;
  }

  /** Returns the session of one request of a program, whose token says what for. */
  public static Session of(ApiToken token, Instant now) {
    Session session =
        new Session("token-" + token.id(), token.account(), "", now, "", Locale.ENGLISH);
    session.because(token.purpose());
    return session;
  }

  /** Returns what the audit log knows the session by: it opens nothing. */
  public String id() {
    return id;
  }

  /** Returns the name of the account. */
  public String account() {
    return account;
  }

  /** Returns what every form must carry that changes something. */
  public String formToken() {
    return formToken;
  }

  /** Returns when the person signed in. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Returns the address from which the person signed in, or empty. */
  public String address() {
    return address;
  }

  /** Returns when the person last asked for something. */
  public Instant lastUsed() {
    return lastUsed;
  }

  void use(Instant now) {
    lastUsed = now;
  }

  /** Returns what the person looks into adverts for, once that was said. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public void because(String why) {
    reason = why;
    caseFile = null;
  }

  /** Returns the id of the case that the person works on now, if it is one. */
  public Optional<String> caseFile() {
    return Optional.ofNullable(caseFile);
  }

  /** Notes what the person looks into a case for, and that they work on it now. */
  public synchronized void because(String file, String why) {
    ofCases.put(file, why);
    reason = why;
    caseFile = file;
  }

  /** Goes over to a case; false if the person hasn't said yet what they look into it for. */
  public synchronized boolean turnTo(String file) {
    String why = ofCases.get(file);
    if (why != null) {
      reason = why;
      caseFile = file;
    }
    return why != null;
  }

  public Locale language() {
    return language;
  }

  public void speak(Locale chosen) {
    language = chosen;
  }

  /** Returns whether the person judges adverts before seeing what the model makes of them. */
  public boolean isBlind() {
    return blind;
  }

  public void judgeBlindly(boolean chosen) {
    blind = chosen;
  }

  /** Notes that the provider which vouches for the person has just seen them anew. */
  public synchronized void confirm(Instant now) {
    confirmedAt = now;
  }

  /** Returns whether the person was seen anew of late, and nothing was done on it since. */
  public synchronized boolean isConfirmed(Instant now) {
    Instant seen = confirmedAt;
    return seen != null && now.isBefore(seen.plus(CONFIRMED));
  }

  /** Returns the same, and uses it up: as a code, it counts once. */
  public synchronized boolean useConfirmation(Instant now) {
    boolean holds = isConfirmed(now);
    confirmedAt = null;
    return holds;
  }
}
