package org.vigie.exchange.partner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.text.safe.CsvText;

/**
 * Adverts, their contacts and clusters as a table of links, as the import of i2 Analyst's Notebook
 * takes it: one row a link with both its ends, and one row an entity that no link joins.
 *
 * <p>An end's identity begins with its kind, so that no spreadsheet takes a telephone for a sum and
 * an import finds the same entity again. Addresses stay as they are.
 */
final class LinkTable {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final List<String> LINK =
      List.of("Link Type", "Link Date (UTC)", "Link Time (UTC)", "Link Direction");

  private static final List<String> END =
      List.of(
          "Type", "Identity", "Label", "First Seen (UTC)", "Last Seen (UTC)", "Risk", "Address");

  private final String handling;

  LinkTable(ExportHeader header) {
    handling = header.handling();
  }

  String csv(List<SharedAdvert> adverts) {
    LinkGraph graph = LinkGraph.of(adverts);
    StringBuilder csv = new StringBuilder(CsvText.rowWithAddresses(columns()));
    for (LinkGraph.Link link : graph.links()) {
      csv.append(row(link(link), end(graph.node(link.from())), end(graph.node(link.to()))));
    }
    for (LinkGraph.Node alone : graph.alone()) {
      csv.append(row(blank(LINK), end(alone), blank(END)));
    }
    return csv + (adverts.isEmpty() ? row(none(), blank(END), blank(END)) : "");
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(LINK);
    END.forEach(column -> columns.add("End 1 " + column));
    END.forEach(column -> columns.add("End 2 " + column));
    columns.add("Handling");
    return columns;
  }

  private String row(List<String> link, List<String> from, List<String> to) {
    List<String> cells = new ArrayList<>(link);
    cells.addAll(from);
    cells.addAll(to);
    cells.add(handling);
    return CsvText.rowWithAddresses(cells);
  }

  private static List<String> link(LinkGraph.Link link) {
    return List.of(link.role(), at(DAY, link.at()), at(CLOCK, link.at()), "End 1 to End 2");
  }

  private static List<String> none() {
    List<String> link = new ArrayList<>(blank(LINK));
    link.set(0, "none named");
    return link;
  }

  private static List<String> end(LinkGraph.Node node) {
    String kind = node.kind();
    boolean isContact = node.id().startsWith(kind + ":");
    return List.of(
        kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1),
        isContact ? node.id() : kind + ":" + node.id(),
        node.label(),
        at(DAY, node.first()),
        at(DAY, node.last()),
        node.risk(),
        node.url());
  }

  private static List<String> blank(List<String> columns) {
    return columns.stream().map(column -> "").toList();
  }

  private static String at(DateTimeFormatter format, Instant at) {
    return format.format(at.atOffset(ZoneOffset.UTC));
  }
}
