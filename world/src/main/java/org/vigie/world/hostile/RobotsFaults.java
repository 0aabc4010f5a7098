package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.world.hostile.HostileBehaviour.Conduct;

/** Ways for robots.txt to fail: nothing may be fetched from such a host (RFC 9309, 2.3.1.4). */
public final class RobotsFaults {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private RobotsFaults() {}

  /** Returns all of them, each a behaviour that ends in {@code robots-unreachable}. */
  public static List<HostileBehaviour> all() {
    List<HostileBehaviour> all = new ArrayList<>();
    for (int status : new int[] {500, 502, 503, 504, 429, 304, 999}) {
      all.add(failing("s" + status, "is " + status, (target, wire) -> wire.status(status, "")));
    }
    all.add(failing("silent", "never comes", (target, wire) -> wire.silence()));
    all.add(failing("drip", "comes byte by byte", (target, wire) -> wire.open().drip("#", 30)));
    all.add(failing("reset", "is a reset", (target, wire) -> wire.reset()));
    all.add(failing("closed", "is nothing", (target, wire) -> {}));
    all.add(
        failing(
            "cut",
            "breaks off",
            (target, wire) -> wire.send(OK + "Content-Length: 99\r\n\r\nAllow: /")));
    all.add(
        failing("half-head", "breaks off in its head", (t, wire) -> wire.send(OK + "Content-")));
    all.add(
        failing(
            "no-http",
            "is the greeting of a mail server",
            (target, wire) -> wire.send("220 mail.example.org ESMTP\r\n\r\n")));
    all.add(failing("html", "is a page", (target, wire) -> wire.page("<!doctype html><p>x")));
    all.add(
        failing(
            "html-as-text",
            "is a page that calls itself plain text",
            (target, wire) -> wire.answer(200, "text/plain", "Hello\n<html><body>x")));
    all.add(
        failing(
            "no-text",
            "is a picture",
            (target, wire) -> wire.answer(200, "image/png", "\u0001PNG\u0002\u0003\u0004\u0000")));
    all.add(
        failing(
            "brotli",
            "is no brotli, whatever it says",
            (target, wire) -> wire.body("Content-Encoding: br\r\n", new byte[] {'x'})));
    all.add(
        failing(
            "gzip-cut",
            "breaks off within gzip",
            (target, wire) -> {
              byte[] whole = Coded.gzip("User-agent: *\nDisallow: /\n".getBytes());
              wire.body("Content-Encoding: gzip\r\n", Arrays.copyOf(whole, whole.length - 12));
            }));
    all.add(
        failing(
            "unknown-coding",
            "has a coding that nobody knows",
            (target, wire) -> wire.body("Content-Encoding: magic\r\n", new byte[] {'x'})));
    all.add(
        failing(
            "bad-chunks",
            "has broken chunks",
            (target, wire) ->
                wire.send(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nAllow: /\r\n")));
    all.add(failing("loop", "leads to itself", (target, wire) -> wire.redirect("/robots.txt")));
    all.add(failing("chain", "leads on", (target, wire) -> wire.redirect(target + "x")));
    all.add(failing("nowhere", "leads nowhere", (target, wire) -> wire.status(301, "")));
    all.add(
        failing(
            "private",
            "leads to 10.0.0.1",
            (target, wire) -> wire.redirect("http://10.0.0.1/robots.txt")));
    all.add(
        failing(
            "scheme",
            "leads to a file",
            (target, wire) -> wire.redirect("file:///etc/robots.txt")));
    return all;
  }

  private static HostileBehaviour failing(String name, String does, Conduct conduct) {
    return of("robots-" + name, "has a robots.txt that " + does, "robots-unreachable", conduct)
        .atRobots();
  }
}
