package org.vigie.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import org.vigie.files.failure.UserError;

/** The start of a server on its port. */
public final class Listening {
  private Listening() {}

  /**
   * Starts a server.
   *
   * @throws UserError if its port is taken, or may not be listened on
   */
  public static void start(Javalin server, String host, int port) {
    try {
      server.start();
    } catch (JavalinBindException e) {
      throw UserError.ofInput(
          "port %d of %s must be free to listen on, but another program has it, or the system forbids it; stop that program, or name another port by --port"
              .formatted(port, host));
    }
  }
}
