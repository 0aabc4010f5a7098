package org.vigie.capture.warc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcMetadata;
import org.vigie.advert.PictureHash;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.picture.ReadingLine;
import org.vigie.files.digest.Sha256;

/** What a {@code metadata} record tells of a picture that isn't kept. */
final class PictureNotes {
  private PictureNotes() {}

  /** Returns the exact hash of the picture, if the fields tell one. */
  static Optional<PictureHash> hash(Map<String, List<String>> fields, Instant at) {
    String address = only(fields, WarcFile.IMAGE_URL_DIGEST);
    String digest = only(fields, WarcFile.BODY_DIGEST);
    return Sha256.isLabelled(address) && Sha256.isLabelled(digest)
        ? Optional.of(new PictureHash(address, digest, at))
        : Optional.empty();
  }

  /** Returns what was read of the picture, or null if the fields don't tell. */
  static WarcEntry.@Nullable Pictured read(
      WarcMetadata metadata, Map<String, List<String>> fields, long offset) {
    PictureReading reading = ReadingLine.read(only(fields, WarcFile.PICTURE_READING));
    return reading == null
        ? null
        : new WarcEntry.Pictured(
            offset,
            metadata.target(),
            only(fields, WarcFile.IMAGE_URL_DIGEST),
            metadata.headers().first(WarcFile.PART_OF).orElse(""),
            reading,
            hash(fields, metadata.date()).orElse(null));
  }

  private static String only(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : "";
  }
}
