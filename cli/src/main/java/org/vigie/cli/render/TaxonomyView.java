package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.render.Style;
import org.vigie.classifier.Taxonomy;
import org.vigie.cli.terminal.Table;
import org.vigie.text.safe.Words;

/** The published indicators as lines. */
public final class TaxonomyView {
  private final Style style;

  public TaxonomyView(Style style) {
    this.style = style;
  }

  /** Returns all rows, a line each, under a heading. */
  public List<String> lines(Taxonomy taxonomy) {
    Table table = new Table().row("ID", "NAME", "CATEGORY", "LEVEL", "GRADE", "RISK");
    for (Taxonomy.Row row : taxonomy.rows()) {
      table.row(
          row.id(), row.name(), row.category(), row.level(), row.grade().symbol(), effect(row));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.set(0, style.heading(lines.getFirst()));
    lines.add("");
    lines.add(
        Words.count(taxonomy.rows().size(), "indicator", "indicators")
            + " of "
            + taxonomy.version()
            + ". Evidence to look at, never proof.");
    return lines;
  }

  /** Returns one row with all that is said of it. */
  public List<String> lines(Taxonomy.Row row) {
    Table table =
        new Table()
            .row("category", row.category())
            .row("found in", levels(row.level()))
            .row("evidence", row.grade().symbol() + ", " + grade(row))
            .row("risk", effect(row))
            .row("source", row.source());
    List<String> lines = new ArrayList<>();
    lines.add(style.heading(row.id() + " " + row.name()));
    lines.add(row.definition());
    lines.addAll(table.lines());
    return lines;
  }

  private static String effect(Taxonomy.Row row) {
    if (row.isMinorRisk()) {
      return "sets the minor-risk flag";
    }
    return row.scored() ? "may add" : "shown only";
  }

  private static String levels(String letters) {
    List<String> names = letters.chars().mapToObj(TaxonomyView::level).toList();
    return String.join(", ", names);
  }

  private static String level(int letter) {
    return switch (letter) {
      case 'A' -> "the text";
      case 'S' -> "declared fields";
      case 'B' -> "behaviour over time";
      case 'C' -> "clusters and contacts";
      default -> "a reviewer's judgement";
    };
  }

  private static String grade(Taxonomy.Row row) {
    return switch (row.grade()) {
      case TESTED_PREDICTIVE -> "tested and predictive";
      case TESTED_NOT_PREDICTIVE -> "tested and not predictive";
      case TESTED_COUNTER_INDICATIVE -> "tested, and it speaks against risk";
      case EXPERT -> "experts agree on it";
      case RESEARCH -> "used in published research";
      case HYPOTHESIS -> "a hypothesis";
    };
  }
}
