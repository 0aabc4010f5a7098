package org.vigie.world.hostile;

import java.time.Duration;
import java.util.Set;

/**
 * One way for a host to misbehave, with what a crawler must make of it.
 *
 * @param name unique, and the first label of the host's name
 * @param does what the host does, in a few words
 * @param due what a crawl from {@link #seed} must come to
 * @param seed path to begin at
 * @param door how a connection begins
 * @param robots whether the host misbehaves at its robots.txt too, where others have none
 * @param dns what the name service answers: a script in which {@code @} is the host's own address,
 *     answers in turn are parted by {@code ;} and addresses of one answer by {@code ,}
 * @param conduct how requests are answered
 */
public record HostileBehaviour(
    String name,
    String does,
    Due due,
    String seed,
    Door door,
    boolean robots,
    String dns,
    Conduct conduct) {
  /** The time for one request that the bounds are made for. */
  public static final Duration REQUEST = Duration.ofSeconds(2);

  private static final Duration PLENTY = Duration.ofSeconds(15);

  /**
   * What a crawl must come to.
   *
   * @param ends the outcomes that it may report, each of which it must
   * @param within how long it may take, with three attempts at {@link #REQUEST} each
   */
  public record Due(Set<String> ends, Duration within) {}

  /** Answers one request on the bare connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Conduct {
    void answer(String target, Wire wire) throws Exception;
  }

  /** How a connection begins. */
  public enum Door {
    /** HTTP. */
    PLAIN,
    /** HTTPS with a certificate that holds. */
    VALID,
    EXPIRED,
    NOT_YET_VALID,
    SELF_SIGNED,
    OTHER_HOST,
    /** What should be a handshake is HTTP. */
    NO_TLS,
    /** What should be a handshake is a reset. */
    RESET,
    /** What should be a handshake never comes. */
    SILENT,
    /** What should be a handshake is noise. */
    NOISE,
    /** What should be a handshake comes a byte at a time. */
    DRIP,
    /** Nobody listens. */
    SHUT;

    String scheme() {
      return this == PLAIN || this == SHUT ? "http" : "https";
    }
  }

  /** Returns the same of another host. */
  public HostileBehaviour named(String other) {
    return new HostileBehaviour(other, does, due, seed, door, robots, dns, conduct);
  }

  /** A host that misbehaves at its pages alone. */
  public static HostileBehaviour of(String name, String does, String end, Conduct conduct) {
    return new HostileBehaviour(
        name, does, new Due(Set.of(end), PLENTY), "/", Door.PLAIN, false, "@", conduct);
  }

  /** Returns the same with other outcomes. */
  HostileBehaviour ending(String... all) {
    return new HostileBehaviour(
        name, does, new Due(Set.of(all), due.within()), seed, door, robots, dns, conduct);
  }

  HostileBehaviour within(int seconds) {
    return new HostileBehaviour(
        name,
        does,
        new Due(due.ends(), Duration.ofSeconds(seconds)),
        seed,
        door,
        robots,
        dns,
        conduct);
  }

  HostileBehaviour behind(Door other) {
    return new HostileBehaviour(name, does, due, seed, other, robots, dns, conduct);
  }

  /** Returns the same host under another script of the name service. */
  public HostileBehaviour answeredBy(String script) {
    return new HostileBehaviour(name, does, due, seed, door, robots, script, conduct);
  }

  /** The same at robots.txt, and wherever that leads; its one page is an honest one. */
  public HostileBehaviour atRobots() {
    Conduct pages =
        (target, wire) -> {
          if (target.startsWith("/page")) {
            wire.page("<p>x");
          } else {
            conduct.answer(target, wire);
          }
        };
    return new HostileBehaviour(name, does, due, "/page", door, true, dns, pages);
  }
}
