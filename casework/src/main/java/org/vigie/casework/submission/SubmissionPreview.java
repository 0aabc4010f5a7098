package org.vigie.casework.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.capture.file.TableStart;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.files.failure.UserError;
import org.vigie.search.MaskedText;

/**
 * The few texts of a submitted file that its page shows, as lists show adverts: dots stand for
 * explicit wording, and for all of a text that suggests a minor.
 *
 * <p>Texts are assessed whole and cut afterwards: what gives a text away may stand behind its
 * start. Where they can't be assessed, or the models weren't approved, dots stand for all of them.
 */
public final class SubmissionPreview {
  private static final Logger LOG = LoggerFactory.getLogger(SubmissionPreview.class);

  private static final String DOT = "\u00B7";
  private static final String FIELD = "fields.";

  private final Path models;
  private final ApprovedModels approved;
  private final Clock clock;

  /**
   * Makes previews.
   *
   * @param models folder of the models that {@code vigie assess} reads
   * @param approved those of them that may be loaded
   */
  public SubmissionPreview(Path models, ApprovedModels approved, Clock clock) {
    this.models = models;
    this.approved = approved;
    this.clock = clock;
  }

  /** Returns the same reading with texts, cells and names of columns as they may be shown. */
  public SubmissionReading of(SubmissionReading reading) {
    if (reading.samples().isEmpty() && reading.tables().isEmpty()) {
      return reading;
    }
    AdvertAssessor assessor = assessor();
    List<SubmissionReading.Sample> samples =
        reading.samples().stream()
            .map(one -> new SubmissionReading.Sample(shown(assessor, one), Map.of()))
            .toList();
    return reading.with(
        samples, reading.tables().stream().map(table -> shown(assessor, table)).toList());
  }

  private @Nullable AdvertAssessor assessor() {
    try {
      approved.require(models);
      return AdvertAssessor.load(models);
    } catch (IOException | IllegalArgumentException | UserError e) {
      LOG.error("texts of a file that was handed in are shown as dots: models can't be used", e);
      return null;
    }
  }

  private String shown(@Nullable AdvertAssessor assessor, SubmissionReading.Sample sample) {
    return shown(assessor, List.of(sample.text()), sample.fields()).getFirst();
  }

  private TableStart shown(@Nullable AdvertAssessor assessor, TableStart table) {
    return new TableStart(
        shown(assessor, List.of(table.table()), Map.of()).getFirst(),
        table.written(),
        shown(assessor, table.columns(), Map.of()),
        table.keys(),
        table.rows().stream().map(row -> shown(assessor, row, fields(table, row))).toList());
  }

  /** Returns what a row declares, by names of columns and by what they are read as. */
  private static Map<String, String> fields(TableStart table, List<String> row) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (List<String> names : List.of(table.columns(), table.keys())) {
      for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
        String name = names.get(i);
        String plain = name.startsWith(FIELD) ? name.substring(FIELD.length()) : name;
        fields.put(plain.strip().toLowerCase(Locale.ROOT), row.get(i));
      }
    }
    return fields;
  }

  /** Returns the first of parts that say something together, each masked, then cut. */
  private List<String> shown(
      @Nullable AdvertAssessor assessor, List<String> parts, Map<String, String> fields) {
    String whole = String.join("\n", parts);
    if (whole.isBlank()) {
      return parts;
    }
    String masked = assessor == null ? DOT.repeat(whole.length()) : masked(assessor, whole, fields);
    List<String> shown = new ArrayList<>();
    int start = 0;
    for (String part : parts.subList(0, Math.min(parts.size(), SubmissionReader.MOST_COLUMNS))) {
      shown.add(SubmissionReader.cut(masked.substring(start, start + part.length())));
      start += part.length() + 1;
    }
    return shown;
  }

  /** Returns a text of the same length. */
  private String masked(AdvertAssessor assessor, String whole, Map<String, String> fields) {
    Advert.Builder advert = Advert.builder(Channel.FILE, "file", clock.instant()).body(whole);
    fields.forEach(advert::field);
    AssessedAdvert assessed = assessor.assess(advert.build());
    String text = assessed.advert().text();
    int start = whole.indexOf(text);
    // What was cut off was not assessed.
    if (assessed.minorRisk() || start < 0 || text.length() < whole.strip().length()) {
      return DOT.repeat(whole.length());
    }
    return whole.substring(0, start)
        + MaskedText.of(assessed)
        + whole.substring(start + text.length());
  }
}
