package org.vigie.console.export;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.console.render.SafeJson;
import org.vigie.search.SearchResult;

/** The formats in which adverts go out. */
public enum ExportFormat {
  /** JSON Lines: one search hit a line, with everything known of it. */
  JSONL {
    @Override
    public String head() {
      return "";
    }

    @Override
    public String line(SearchResult.Hit hit) {
      return SafeJson.of(hit) + "\n";
    }
  },

  /** CSV: one advert a row, for spreadsheets. */
  CSV {
    @Override
    public String head() {
      return CsvText.row(CSV_COLUMNS);
    }

    @Override
    public String line(SearchResult.Hit hit) {
      return CsvText.row(csvCells(hit));
    }
  };

  private static final List<String> CSV_COLUMNS =
      List.of(
          "advert",
          "cluster",
          "times_seen",
          "risk_probability",
          "outcome",
          "indicators",
          "contacts",
          "channel",
          "site",
          "url",
          "time",
          "language",
          "country",
          "place",
          "title",
          "body",
          "mandate");

  /** Returns what comes before the first advert. */
  public abstract String head();

  /** Returns an advert with its line end. */
  public abstract String line(SearchResult.Hit hit);

  private static List<String> csvCells(SearchResult.Hit hit) {
    AssessedAdvert assessed = hit.advert();
    return List.of(
        assessed.advert().id(),
        hit.clusterId(),
        Long.toString(hit.timesSeen()),
        Double.toString(assessed.assessment().riskProbability()),
        assessed.assessment().outcome().label(),
        assessed.indicators().stream().map(Indicator::id).collect(Collectors.joining(" ")),
        assessed.contacts().stream().map(Contact::key).collect(Collectors.joining(" ")),
        assessed.advert().channel().label(),
        assessed.advert().site(),
        assessed.advert().url(),
        assessed.advert().time().toString(),
        assessed.language(),
        assessed.advert().country(),
        assessed.advert().place(),
        assessed.advert().title(),
        assessed.advert().body(),
        assessed.advert().mandate());
  }
}
