package org.vigie.web.pages.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where others reach the console, as far as it knows. */
public final class ConsoleAddress {
  private final List<String> hosts;

  /**
   * @param hosts names and addresses in {@code web.allowed-hosts}, in their order
   */
  public ConsoleAddress(List<String> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  /**
   * Returns scheme and host under which others reach it: those of a request, if {@code
   * web.allowed-hosts} names its host; else the first host there, behind TLS; nothing if none is
   * named, since a request from this machine doesn't tell.
   *
   * @param asked scheme, host and port of a request
   */
  Optional<String> seenFrom(String asked) {
    String host = URI.create(asked).getHost();
    if (host != null && hosts.stream().anyMatch(name -> bare(name).equalsIgnoreCase(bare(host)))) {
      return Optional.of(asked);
    }
    return hosts.stream().findFirst().map(ConsoleAddress::bare).map(ConsoleAddress::behindTls);
  }

  private static String behindTls(String host) {
    return "https://" + (host.contains(":") ? "[" + host + "]" : host);
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
