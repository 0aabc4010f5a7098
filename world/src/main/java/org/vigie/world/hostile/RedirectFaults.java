package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;

/** Redirects that lead in circles, nowhere, or where no crawler may go. */
final class RedirectFaults {
  private RedirectFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        leading("redirect-to-self", "leads to itself", "/", "redirect-nowhere"),
        of(
            "redirect-loop",
            "leads in a circle of three",
            "redirect",
            (target, wire) ->
                wire.redirect(
                    switch (target) {
                      case "/" -> "/b";
                      case "/b" -> "/c";
                      default -> "/";
                    })),
        of(
                "redirect-chain",
                "leads on and on",
                "redirect",
                (target, wire) -> wire.redirect("/x" + target.length() + target))
            .ending("redirect", "too-many-redirects"),
        of(
                "cookie-loop",
                "leads on until a cookie comes back",
                "redirect",
                (target, wire) ->
                    wire.status(
                        302,
                        "Set-Cookie: seen=1\r\nLocation: /?try="
                            + target.length()
                            + target
                            + "\r\n"))
            .ending("redirect", "too-many-redirects"),
        leading("redirect-private", "leads to 10.0.0.1", "http://10.0.0.1/", OUT),
        leading("redirect-metadata", "leads to cloud metadata", "http://169.254.169.254/", OUT),
        leading("redirect-loopback", "leads to forbidden space", "http://127.200.0.1/", OUT),
        leading("redirect-number", "leads to an address as a number", "http://2143813633/", OUT),
        leading("redirect-ipv6", "leads to a mapped address", "http://[::ffff:7fc8:1]/", OUT),
        leading("redirect-file", "leads to a file", "file:///etc/passwd", NOWHERE),
        leading("redirect-script", "leads to a script", "javascript:alert(1)", NOWHERE),
        leading("redirect-user", "leads to another host by user info", "http://a@b/", NOWHERE),
        leading("redirect-garbage", "leads to what is no address", "http://[[:::/%zz", NOWHERE),
        leading("redirect-long", "leads to an address of 10 KB", "/" + "x".repeat(10_000), OUT),
        of("redirect-without", "leads nowhere", NOWHERE, (target, wire) -> wire.status(301, "")),
        of(
            "refresh-loop",
            "refreshes itself for ever",
            "fetched",
            (target, wire) -> wire.page("<meta http-equiv=refresh content='0; url=/'><p>x")));
  }

  private static final String OUT = "redirect-out-of-scope";
  private static final String NOWHERE = "redirect-nowhere";

  private static HostileBehaviour leading(String name, String does, String location, String end) {
    return of(name, does, end, (target, wire) -> wire.redirect(location));
  }
}
