package org.vigie.web;

import io.javalin.http.Context;
import java.util.Set;

/** Requests that bear the name of another host than this one. */
final class Misdirected {
  /** Machines ask for health and figures by whichever name they know. */
  private static final Set<String> FOR_MACHINES =
      Set.of("/health/live", "/health/ready", "/metrics");

  private Misdirected() {}

  /** Ends a request. */
  static final class MisdirectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static void refuse(Context context, AllowedHosts hosts) {
    String host = context.header("Host");
    if (!FOR_MACHINES.contains(context.path())
        && !hosts.allow(host, context.req().getLocalAddr())) {
      hosts.logRefused(host);
      throw new MisdirectedException();
    }
  }

  /** Says to an operator what to do, and to a page of another site nothing of the console. */
  static void answer(Context context) {
    context
        .status(AllowedHosts.MISDIRECTED)
        .contentType("text/plain; charset=utf-8")
        .result("This server isn't asked for by this name; web.allowed-hosts names those it is.\n");
  }
}
