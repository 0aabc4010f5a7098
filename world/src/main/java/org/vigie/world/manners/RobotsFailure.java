package org.vigie.world.manners;

import java.io.IOException;

/** A way in which a host fails to tell its robots rules, so that nothing may be fetched from it. */
public enum RobotsFailure implements Behaviour {
  SERVER_ERROR((target, wire) -> status(wire, 500)),
  BAD_GATEWAY((target, wire) -> status(wire, 502)),
  UNAVAILABLE((target, wire) -> status(wire, 503)),
  TOO_MANY_REQUESTS((target, wire) -> status(wire, 429)),
  NOT_MODIFIED((target, wire) -> status(wire, 304)),
  SILENT((target, wire) -> Thread.sleep(5_000)),
  DRIPPING((target, wire) -> {
    wire.send("HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 0; i < 200; i++) {
      wire.send("#");
      Thread.sleep(25);
    }
  }),
  RESET((target, wire) -> wire.reset()),
  CLOSED((target, wire) -> {}),
  CUT_SHORT((target, wire) -> wire.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nAllow: /")),
  HALF_A_HEAD((target, wire) -> wire.send("HTTP/1.1 200 OK\r\nContent-")),
  NOT_HTTP((target, wire) -> wire.send("220 mail.example.org ESMTP\r\n\r\n")),
  WEB_PAGE((target, wire) -> wire.answer(200, "text/html", "<!doctype html><p>x")),
  WEB_PAGE_AS_TEXT((target, wire) -> wire.answer(200, "text/plain", "Hello\n<html><body>x")),
  NO_TEXT((target, wire) -> wire.answer(200, "image/png", "\u0001PNG\u0002\u0003\u0004\u0000")),
  UNKNOWN_CODING((target, wire) ->
      wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx")),
  /** Its beginning says that it is gzip; what follows breaks off. */
  BROKEN_GZIP((target, wire) ->
      wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n")
          .send(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x4c})),
  BROKEN_CHUNKS((target, wire) ->
      wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nAllow: /\r\n")),
  REDIRECT_LOOP((target, wire) -> wire.redirect("/robots.txt")),
  REDIRECT_CHAIN((target, wire) -> wire.redirect(target + "x")),
  REDIRECT_NOWHERE((target, wire) -> status(wire, 301)),
  REDIRECT_INSIDE((target, wire) -> wire.redirect("http://10.0.0.1/robots.txt")),
  REDIRECT_TO_A_FILE((target, wire) -> wire.redirect("file:///etc/robots.txt"));

  private final Behaviour behaviour;

  RobotsFailure(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Fails to tell the rules, whatever the target. */
  @Override
  public void answer(String target, Wire wire) throws Exception {
    behaviour.answer(target, wire);
  }

  private static void status(Wire wire, int status) throws IOException {
    wire.send("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }
}
