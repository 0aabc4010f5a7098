package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.vigie.lab.load.ConsoleProgram;
import org.vigie.lab.load.ConsoleVisitor;

/** A way by which an analyst takes full adverts, one at a time: lists give short forms. */
@FunctionalInterface
interface AdvertTaker {
  /** Returns what was answered when an advert was asked for by its id, unless refused. */
  Optional<String> take(String id) throws IOException, InterruptedException;

  /** By pages. */
  static AdvertTaker byPages(ConsoleVisitor visitor) {
    return id -> given(visitor.get("/adverts/" + id));
  }

  /** By a token of the interface for programs. */
  static AdvertTaker byToken(ConsoleProgram program) {
    return id -> given(program.get("/api/v1/adverts/" + id));
  }

  /** By the command line. */
  static AdvertTaker byCommands(CommandLineUser user) {
    return id -> user.typed("show", "--json", id);
  }

  private static Optional<String> given(HttpResponse<String> answer) {
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }
}
