package org.vigie.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.text.safe.SafeText;

/**
 * Under which hosts the console may be asked for. A page of another site whose name is turned to
 * this machine (DNS rebinding) bears that name in {@code Host}, and gets nothing.
 *
 * <p>Names and addresses of loopback are allowed always, and the address on which a request came
 * in, since nobody can turn a name to it without bearing the name. What a proxy says in {@code
 * X-Forwarded-Host} is not looked at.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.4">RFC 9110, section 7.4</a>
 */
public final class AllowedHosts {
  /** Status for a host that the server isn't. */
  static final int MISDIRECTED = 421;

  private static final String LOCAL = "localhost";
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]+]|[^:]+)(:[0-9]{0,5})?");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

  /** Java looks up nothing that is written so. */
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

  private static final Logger LOG = LoggerFactory.getLogger(AllowedHosts.class);

  /** Whoever sends names at random fills no log. */
  private static final int MOST_LOGGED = 20;

  /** No name has more (RFC 1035, section 2.3.4), and a port. */
  private static final int LONGEST = 261;

  private final Set<String> names;
  private final Set<InetAddress> addresses;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /**
   * @param names further hosts, names or addresses without a port
   */
  public AllowedHosts(Collection<String> names) {
    this.names = names.stream().map(AllowedHosts::bare).collect(Collectors.toUnmodifiableSet());
    this.addresses =
        this.names.stream()
            .flatMap(name -> address(name).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns whether a host may be asked for.
   *
   * @param header value of {@code Host}, with or without a port; null if there is none
   * @param local address of this machine on which the request came in
   */
  boolean allow(@Nullable String header, String local) {
    if (header == null) {
      return false;
    }
    Matcher parts = HOST.matcher(header.strip());
    if (!parts.matches()) {
      return false;
    }
    String host = bare(parts.group(1));
    if (host.equals(LOCAL) || names.contains(host)) {
      return true;
    }
    Optional<InetAddress> address = address(host);
    return address.isPresent()
        && (address.get().isLoopbackAddress()
            || address.equals(address(bare(local)))
            || addresses.contains(address.get()));
  }

  /**
   * Says in the log, once for each of the first few, who was asked for and isn't allowed.
   *
   * @return whether it was said
   */
  boolean logRefused(@Nullable String header) {
    String host = SafeText.line(header == null ? "(none)" : header);
    String shown = host.length() > LONGEST ? host.substring(0, LONGEST) : host;
    if (refused.size() >= MOST_LOGGED || !refused.add(shown)) {
      return false;
    }
    LOG.warn("the pages were asked for as {}, which web.allowed-hosts doesn't name", shown);
    return true;
  }

  /** Returns a host without brackets, the last dot and capital letters. */
  private static String bare(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Nothing is looked up: what isn't written as an address is none. */
  private static Optional<InetAddress> address(String host) {
    if (!ADDRESS.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
