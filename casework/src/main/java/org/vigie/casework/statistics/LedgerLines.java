package org.vigie.casework.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * What a ledger's file says: the budget in its first line, then a release a line.
 *
 * @param budget thousandths of epsilon; 0 while there is no line
 */
record LedgerLines(int budget, List<Release> releases) {
  private static final ObjectMapper JSON = new ObjectMapper();

  boolean isEmpty() {
    return budget == 0;
  }

  /** Returns the thousandths of epsilon that were spent. */
  int spent() {
    return releases.stream().mapToInt(release -> release.request().epsilon()).sum();
  }

  /** Returns the first line of a file. */
  static String head(int budget) {
    return JSON.createObjectNode().put("budget", budget) + "\n";
  }

  /** Returns the line of a release. */
  static String line(Release release) {
    FigureRequest request = release.request();
    ObjectNode line = JSON.createObjectNode();
    line.put("id", request.id()).put("made", release.made().toString());
    line.put("from", request.from().toString()).put("until", request.until().toString());
    ArrayNode tables = line.putArray("tables");
    request.ordered().forEach(table -> tables.add(table.label()));
    line.put("riskAlone", request.riskAlone()).put("perGroup", request.perGroup());
    line.put("epsilon", request.epsilon());
    ObjectNode floors = line.putObject("floors");
    release.floors().forEach((table, floor) -> floors.put(table.label(), floor));
    ArrayNode figures = line.putArray("figures");
    release
        .figures()
        .forEach((cell, figure) ->
            figures
                .addArray()
                .add(cell.table().label())
                .add(cell.quarter().toString())
                .add(cell.region())
                .add(cell.value())
                .add(figure));
    return line + "\n";
  }

  /**
   * Reads a file's lines, the last of which is empty.
   *
   * @throws UserError if a line can't be read: what it spent isn't known then, and so nothing is
   *     left
   */
  static LedgerLines parse(List<String> lines, Path file) {
    if (lines.isEmpty()) {
      return new LedgerLines(0, List.of());
    }
    List<Release> releases = new ArrayList<>();
    int budget = 0;
    for (int i = 0; i < lines.size(); i++) {
      try {
        if (i == lines.size() - 1) {
          require(lines.get(i).isEmpty());
        } else if (i == 0) {
          budget = JSON.readTree(lines.get(i)).path("budget").asInt();
          require(budget > 0);
        } else {
          releases.add(release(JSON.readTree(lines.get(i))));
        }
      } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
        throw new UserError(
            Exit.INPUT,
            "%s: line %d must be as it was written, but can't be read, and so what is left of the budget isn't known"
                .formatted(file, i + 1),
            e);
      }
    }
    return new LedgerLines(budget, List.copyOf(releases));
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("a line must be whole, but isn't");
    }
  }

  private static Release release(JsonNode line) {
    Set<CountedBy> tables = new HashSet<>();
    line.path("tables").forEach(table -> tables.add(CountedBy.parse(table.asText())));
    FigureRequest request =
        new FigureRequest(
            Quarter.parse(line.path("from").asText()),
            Quarter.parse(line.path("until").asText()),
            tables,
            line.path("riskAlone").asBoolean(),
            line.path("perGroup").asInt(),
            line.path("epsilon").asInt());
    require(request.id().equals(line.path("id").asText()));
    Map<CountedBy, Long> floors = new TreeMap<>();
    line.path("floors")
        .properties()
        .forEach(floor -> floors.put(CountedBy.parse(floor.getKey()), floor.getValue().asLong()));
    require(floors.keySet().equals(tables));
    Map<FigureCell, Long> figures = new TreeMap<>();
    for (JsonNode figure : line.path("figures")) {
      figures.put(
          new FigureCell(
              CountedBy.parse(figure.path(0).asText()),
              Quarter.parse(figure.path(1).asText()),
              figure.path(2).asText(),
              figure.path(3).asText()),
          figure.path(4).asLong());
    }
    return new Release(request, Instant.parse(line.path("made").asText()), floors, figures);
  }
}
