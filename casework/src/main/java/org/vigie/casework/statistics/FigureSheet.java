package org.vigie.casework.statistics;

import java.util.Locale;

/** What goes with the figures of a release: what they are, and above all what they don't mean. */
public final class FigureSheet {
  private FigureSheet() {}

  /** Returns the sheet in Markdown, with what columns of others hold that go with it. */
  public static String of(ReleaseLedger.Outcome outcome, ReportColumns columns) {
    Release release = outcome.release();
    return of(outcome)
        + """

        ## Columns of %s

        - %s
        - A figure in such a column counts groups of adverts too: it answers no question about persons.
        - Left empty, since adverts don't tell it or another table would: %s.
        """
            .formatted(
                columns.name().toUpperCase(Locale.ROOT),
                columns.origin(),
                String.join(", ", columns.leftEmpty(release)));
  }

  /** Returns the sheet in Markdown. */
  public static String of(ReleaseLedger.Outcome outcome) {
    Release release = outcome.release();
    FigureRequest request = release.request();
    StringBuilder sheet = new StringBuilder();
    sheet.append("# Data sheet of release ").append(request.id()).append("\n\n");
    sheet.append("Made ").append(release.made()).append(": ").append(request.described());
    sheet.append(".\n\n## What is counted\n\n");
    sheet.append(
        """
        - Groups of adverts, not adverts, persons, victims or crimes. A group is all adverts that share a cluster of
          texts, a contact or an account, and so on from advert to advert: a campaign, or all of one contact.
        - A group counts in at most %d %s of each table: where most of its adverts are.
        - %s
        - route: from the country where an advert stood to the first other country that its text names, or from
          country to country as a contact went. form: what the model calls risky. sector: guessed from words of the
          text, in 12 languages. channel, language: of the adverts. control: which means the text says. region: the country where an advert stood; all
          countries beyond the Union are "other".
        """
            .formatted(
                request.perGroup(),
                request.perGroup() == 1 ? "cell" : "cells",
                request.riskAlone()
                    ? "Adverts alone that the model calls risky: leads, none of which a court has looked at."
                    : "All adverts that were collected, most of which are ordinary."));
    sheet.append("\n## What the figures don't mean\n\n");
    sheet.append(
        """
        - They don't say how much trafficking there is. They say what was seen where it was looked for: another
          choice of sites, languages or days gives other figures.
        - A rise may be a new site, a new language that is read, or a better model. Compare quarters only where these
          stayed the same.
        - No figure is exact. A missing or small figure doesn't mean that there is nothing.
        - Don't add figures up, and don't divide one by another: their errors add up, and groups may be in several.
        - They say nothing of nationality, and nothing of any person.
        """);
    sheet.append("\n## How groups are hidden\n\n");
    sheet.append(
        String.format(
            Locale.ROOT,
            """
            - Differential privacy with epsilon %s for one group, present or absent as a whole: two-sided geometric
              noise of scale %.1f in every cell that there may be, be it empty or not. Nine cells in ten are off by
              at most %d, and rounding adds up to 2.
            - Figures are rounded to multiples of %d. Under the floor of its table a cell shows that alone (%s): the
              floor is at least %d, and so high that an empty cell passes it in about one table in twenty
              at most. Doubt a lone figure most.
            - Of the workspace's budget of %s, all releases together have spent %s. The same request gives the same
              figures, never new noise.
            - A person whose adverts are in several groups is hidden less than one group is.
            """,
            Epsilon.written(request.epsilon()),
            1_000.0 * request.tables().size() * request.perGroup() / request.epsilon(),
            release.error(),
            Release.ROUNDED_TO,
            floors(release),
            Release.LEAST,
            Epsilon.written(outcome.budget()),
            Epsilon.written(outcome.spent())));
    return sheet.toString();
  }

  private static String floors(Release release) {
    StringBuilder floors = new StringBuilder();
    release
        .floors()
        .forEach((table, floor) ->
            floors
                .append(floors.isEmpty() ? "" : ", ")
                .append(table.label())
                .append(" <")
                .append(floor));
    return floors.toString();
  }
}
