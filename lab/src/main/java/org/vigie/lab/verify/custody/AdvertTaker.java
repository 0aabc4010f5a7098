package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.lab.load.ConsoleProgram;
import org.vigie.lab.load.ConsoleVisitor;

/** A way by which an analyst takes full adverts. */
@FunctionalInterface
interface AdvertTaker {
  /** Returns what was answered when some adverts were asked for by their ids, unless refused. */
  Optional<String> take(List<String> ids) throws IOException, InterruptedException;

  /** By pages, which show one advert each. */
  static AdvertTaker byPages(ConsoleVisitor visitor) {
    return ids -> given(visitor.get("/adverts/" + ids.getFirst()));
  }

  /** By a token of the interface for programs. */
  static AdvertTaker byToken(ConsoleProgram program) {
    return ids -> {
      String query = URLEncoder.encode(query(ids), StandardCharsets.UTF_8);
      return given(program.get("/api/v1/adverts?limit=%d&query=%s".formatted(ids.size(), query)));
    };
  }

  /** By the command line. */
  static AdvertTaker byCommands(CommandLineUser user) {
    return ids -> user.typed("search", query(ids), "--json", "--limit", String.valueOf(ids.size()));
  }

  private static Optional<String> given(HttpResponse<String> answer) {
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  private static String query(List<String> ids) {
    return ids.stream().map(id -> "id:" + id).collect(Collectors.joining(" OR "));
  }
}
