package org.vigie.console.pages;

import java.util.Map;
import org.vigie.console.web.Answer;

/** What a page says where there is nothing by that name. */
final class NotFound {
  private NotFound() {}

  static Answer answer() {
    return new Answer.Page(404, "error", Map.of("phrase", "error.not-found", "detail", ""));
  }
}
