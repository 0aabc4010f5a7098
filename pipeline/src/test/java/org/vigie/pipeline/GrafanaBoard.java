package org.vigie.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The board in {@code deploy/grafana}, and the metrics that it draws. */
final class GrafanaBoard {
  private static final Pattern METRIC = Pattern.compile("\\bflink_[A-Za-z_]+");

  private GrafanaBoard() {}

  /** Returns the names of the metrics in its expressions. */
  static Set<String> metrics() throws IOException {
    Path file = Path.of(System.getProperty("vigie.root"), "deploy/grafana/stream.json");
    Set<String> metrics = new TreeSet<>();
    JsonNode board = new ObjectMapper().readTree(file.toFile());
    for (JsonNode expression : board.findValues("expr")) {
      METRIC.matcher(expression.asText()).results().map(MatchResult::group).forEach(metrics::add);
    }
    return metrics;
  }
}
