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
  private final NameService names;
  private final AddressGuard guard;
  private final Map<String, InetAddress[]> resolved = new ConcurrentHashMap<>();

  /**
   * A resolver over the name service of this machine.
   *
   * @param standIns host name → addresses that stand in for DNS, as {@link ScriptedNames} reads
   *     them
   * @param allowLoopback whether the loopback addresses that the stand-ins name count as public; no
   *     others do, and 127.200.0.0/16 never does, so that tests have a forbidden space of their own
   */
  public GuardedResolver(Map<String, String> standIns, boolean allowLoopback) {
    this(
        new ScriptedNames(standIns, NameService.ofTheMachine()),
        allowLoopback ? opening(standIns) : AddressGuard.closed());
  }

  /**
   * @param names who answers
   * @param guard which answers are taken
   */
  public GuardedResolver(NameService names, AddressGuard guard) {
    this.names = names;
    this.guard = guard;
  }

  private static AddressGuard opening(Map<String, String> standIns) {
    return AddressGuard.closed()
        .opening(
            standIns.values().stream()
                .flatMap(script -> Arrays.stream(ScriptedNames.addresses(script)))
                .filter(AddressBlock::isLiteral));
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
      known = check(name, names.ask(name));
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
    boolean open = Arrays.stream(addresses).allMatch(guard::admits);
    if (!open || addresses.length == 0) {
      throw new RefusedAddressException(host);
    }
    return addresses;
  }
}
