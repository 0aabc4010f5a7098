package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A name service that answers some names from a script, for tests and the demo; another answers the
 * rest.
 *
 * <p>A script is a list of answers parted by {@code ;}, given one after the other, the last of them
 * for good; an answer is a list of literal addresses parted by {@code ,}. So {@code
 * "127.16.0.1;10.0.0.1"} is a name that changes its mind (DNS rebinding). An empty answer is that
 * of a name which isn't known.
 */
final class ScriptedNames implements NameService {
  private final Map<String, String> scripts;
  private final NameService others;
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  ScriptedNames(Map<String, String> scripts, NameService others) {
    this.scripts = Map.copyOf(scripts);
    this.others = others;
  }

  @Override
  public InetAddress[] ask(String host) throws UnknownHostException {
    String script = scripts.get(host);
    if (script == null) {
      return others.ask(host);
    }
    String[] answers = script.split(";", -1);
    int turn = asked.computeIfAbsent(host, name -> new AtomicInteger()).getAndIncrement();
    return addresses(host, answers[Math.min(turn, answers.length - 1)]);
  }

  private static InetAddress[] addresses(String host, String answer) throws UnknownHostException {
    if (answer.isBlank()) {
      throw new UnknownHostException(host);
    }
    String[] literals = answer.split(",", -1);
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      String literal = literals[i].strip();
      if (!AddressBlock.isLiteral(literal)) {
        throw new IllegalArgumentException(
            "the script of " + host + " must hold addresses, but held '" + literal + "'");
      }
      addresses[i] = InetAddress.getByName(literal);
    }
    return addresses;
  }

  /** Returns all addresses of a script. */
  static String[] addresses(String script) {
    return Arrays.stream(script.split("[;,]")).map(String::strip).toArray(String[]::new);
  }
}
