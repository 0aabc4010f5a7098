package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.DeadLetter;
import org.vigie.crawler.extract.AdvertExtractor;
import org.vigie.crawler.extract.Extraction;
import org.vigie.crawler.extract.SiteTemplates;
import org.vigie.crawler.warc.WarcEntry;
import org.vigie.crawler.warc.WarcReader;

/** Reads the captures of a WARC and extracts their adverts, with what became of them later. */
final class CaptureReader implements EntryReader {
  private final InputManifest input;
  private final WarcReader warc;
  private final AdvertExtractor extractor;

  CaptureReader(InputManifest input, SiteTemplates templates) throws IOException {
    this.input = input;
    extractor = new AdvertExtractor(templates);
    warc = WarcReader.open(Path.of(input.path()));
  }

  @Override
  public @Nullable List<Intake> next() throws IOException {
    WarcEntry entry = warc.next();
    return switch (entry) {
      case null -> null;
      case WarcEntry.Captured captured -> read(captured);
      case WarcEntry.Observed observed -> observed.observations().stream().map(Intake::of).toList();
      case WarcEntry.Unchanged unchanged -> List.of(); // its adverts are observed still there
      case WarcEntry.Unreadable bad -> List.of(dead(bad.position(), bad.kind(), bad.reason(), ""));
    };
  }

  @Override
  public void skip() throws IOException {
    warc.next();
  }

  @Override
  public long bytesRead() {
    return warc.bytesRead();
  }

  @Override
  public void close() throws IOException {
    warc.close();
  }

  private List<Intake> read(WarcEntry.Captured captured) {
    Capture capture = underMandate(captured.capture());
    Extraction extraction = extractor.extract(capture, captured.payload());
    if (!extraction.failure().isEmpty()) {
      return List.of(
          dead(capture.offset(), "not-extractable", extraction.failure(), capture.url()));
    }
    List<Intake> adverts = new ArrayList<>();
    for (Advert advert : extraction.adverts()) {
      adverts.add(Intake.of(advert));
    }
    return adverts.isEmpty() ? List.of(Intake.withoutAdvert()) : adverts;
  }

  /** A WARC made elsewhere names no mandate: then the one it was accepted under holds. */
  private Capture underMandate(Capture capture) {
    return capture.mandate().isEmpty()
        ? new Capture(
            capture.url(),
            capture.fetchedAt(),
            capture.status(),
            capture.headers(),
            capture.payloadDigest(),
            capture.container(),
            capture.offset(),
            input.mandate())
        : capture;
  }

  private Intake dead(long position, String kind, String reason, String raw) {
    return Intake.of(new DeadLetter(input.name(), position, kind, reason, raw));
  }
}
