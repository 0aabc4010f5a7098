package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
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
  private final Map<String, String> standIns;
  private final boolean allowLoopback;
  private final Map<String, InetAddress[]> resolved = new ConcurrentHashMap<>();

  /**
   * @param standIns host name → address that stands in for DNS
   * @param allowLoopback whether loopback addresses count as public
   */
  public GuardedResolver(Map<String, String> standIns, boolean allowLoopback) {
    this.standIns = standIns;
    this.allowLoopback = allowLoopback;
  }

  /** Returns the address by which a host's pace is kept: the first of its addresses. */
  public InetAddress address(String host) throws UnknownHostException {
    return resolve(host)[0];
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    InetAddress[] known = resolved.get(name);
    if (known == null) {
      known = check(name, InetAddress.getAllByName(standIns.getOrDefault(name, name)));
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
                AddressGuard.isPublic(address) || (allowLoopback && address.isLoopbackAddress()));
    if (!open || addresses.length == 0) {
      throw new RefusedAddressException(host);
    }
    return addresses;
  }
}
