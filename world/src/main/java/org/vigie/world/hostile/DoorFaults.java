package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;
import org.vigie.world.hostile.HostileBehaviour.Door;

/** Hosts that fail before a request is made: by name, by address, or by TLS. */
final class DoorFaults {
  private DoorFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        behind(Door.VALID, "tls-valid", "has a certificate that holds", "fetched"),
        behind(Door.EXPIRED, "tls-expired", "has a certificate that expired", "tls-failed"),
        behind(Door.NOT_YET_VALID, "tls-future", "has a certificate of the future", "tls-failed"),
        behind(Door.SELF_SIGNED, "tls-self-signed", "signed its certificate", "tls-failed"),
        behind(Door.OTHER_HOST, "tls-other", "has the certificate of another", "tls-failed"),
        behind(Door.NO_TLS, "tls-none", "speaks HTTP where TLS is due", "tls-failed"),
        behind(Door.NOISE, "tls-noise", "sends noise where TLS is due", "tls-failed"),
        behind(Door.RESET, "tls-reset", "resets the handshake", "robots-unreachable"),
        behind(Door.SILENT, "tls-silent", "never shakes hands", "robots-unreachable"),
        behind(Door.DRIP, "tls-drip", "shakes hands byte by byte", "robots-unreachable"),
        behind(Door.SHUT, "shut", "doesn't listen", "robots-unreachable"),
        named("dns-unknown", "has no address", "", "unknown-host"),
        named("dns-private", "has a private address", "10.0.0.1", "address-refused"),
        named("dns-forbidden", "lies in forbidden space", "127.200.0.1", "address-refused"),
        named("dns-mixed", "has a private address among its own", "@,10.0.0.1", "address-refused"),
        named("dns-mapped", "has a translated address", "64:ff9b::a00:1", "address-refused"),
        named("dns-rebinding", "changes its address", "@;127.200.0.1", "fetched"),
        named("dns-flapping", "changes its address and back", "@;10.0.0.1;@", "fetched"));
  }

  private static HostileBehaviour behind(Door door, String name, String does, String end) {
    return of(name, does, end, DoorFaults::page).behind(door);
  }

  private static HostileBehaviour named(String name, String does, String script, String end) {
    return of(name, does, end, DoorFaults::page).answeredBy(script);
  }

  /** Some pages, so that the name is needed again and again. */
  private static void page(String target, Wire wire) throws Exception {
    wire.page(target.equals("/") ? "<a href=/1>1</a><a href=/2>2</a>" : "<p>x");
  }
}
