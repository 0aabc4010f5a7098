package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names to addresses that may be connected to, and to no other.
 *
 * <p>A host is resolved once for the life of this object and keeps its addresses: what was checked
 * is what is connected to, however its name server changes its mind (DNS rebinding). If one of its
 * addresses isn't public, the whole host is refused.
 */
public final class GuardedResolver implements DnsResolver {
  /** Second byte of the loopback addresses that stay closed. */
  private static final int CLOSED_LOOPBACK = 200;

  /** Asks the name service. */
  @FunctionalInterface
  interface Dns {
    InetAddress[] ask(String host) throws UnknownHostException;
  }

  private final Dns dns;
  private final Map<String, String> standIns;
  private final boolean allowLoopback;
  private final Map<String, InetAddress[]> resolved = new ConcurrentHashMap<>();

  /**
   * @param standIns host name → address that stands in for DNS
   * @param allowLoopback whether loopback addresses count as public; 127.200.0.0/16 never does, so
   *     that tests have a forbidden space of their own
   */
  public GuardedResolver(Map<String, String> standIns, boolean allowLoopback) {
    this(InetAddress::getAllByName, standIns, allowLoopback);
  }

  GuardedResolver(Dns dns, Map<String, String> standIns, boolean allowLoopback) {
    this.dns = dns;
    this.standIns = standIns;
    this.allowLoopback = allowLoopback;
  }

  /** Returns the address by which a host's pace is kept: the first of its addresses. */
  public InetAddress address(String host) throws UnknownHostException {
    return resolve(host)[0];
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = HostName.of(host);
    InetAddress[] known = resolved.get(name);
    if (known == null) {
      if (HostName.isObscureNumber(name)) {
        throw new RefusedAddressException(name);
      }
      known = check(name, dns.ask(standIns.getOrDefault(name, name)));
      InetAddress[] earlier = resolved.putIfAbsent(name, known);
      known = earlier == null ? known : earlier;
    }
    return known.clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] check(String host, InetAddress[] addresses) throws UnknownHostException {
    boolean open =
        Arrays.stream(addresses)
            .allMatch(address ->
                AddressGuard.isPublic(address) || (allowLoopback && isOpenLoopback(address)));
    if (!open || addresses.length == 0) {
      throw new RefusedAddressException(host);
    }
    return addresses;
  }

  private static boolean isOpenLoopback(InetAddress address) {
    return address.isLoopbackAddress() && (address.getAddress()[1] & 0xff) != CLOSED_LOOPBACK;
  }
}
