package org.vigie.casework.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vigie.text.safe.CsvText;
import org.vigie.text.safe.SafeJson;

/** The formats in which adverts go out. */
public enum ExportFormat implements ExportTarget {
  /** JSON Lines: one search hit a line, with everything known of it. */
  JSONL("application/x-ndjson") {
    @Override
    public ExportSink into(OutputStream out) throws IOException {
      return new TextSink(out, "", hit -> SafeJson.of(hit) + "\n");
    }
  },

  /** CSV: one advert a row, for spreadsheets. */
  CSV("text/csv; charset=utf-8") {
    @Override
    public ExportSink into(OutputStream out) throws IOException {
      return new TextSink(
          out, CsvText.row(AdvertCells.COLUMNS), hit -> CsvText.row(AdvertCells.of(hit)));
    }
  },

  /** XLSX (ISO/IEC 29500): one advert a row, each cell a string, none a formula. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public ExportSink into(OutputStream out) throws IOException {
      return new XlsxSink(out);
    }
  };

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns the name in forms and the ending of files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds one by its label; what is granted like an export but is none has another. */
  public static Optional<ExportFormat> named(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  @Override
  public abstract ExportSink into(OutputStream out) throws IOException;
}
