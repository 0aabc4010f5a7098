package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;

/**
 * What a WARC says of the server that gave an answer.
 *
 * @param address its IP address
 * @param tls what vouched for it; null if the connection was plain
 */
public record ServerFacts(String address, @Nullable TlsFacts tls) {
  /** The field of a {@code metadata} record that holds the address. */
  static final String ADDRESS = "resolvedAddress";

  /**
   * An answer.
   *
   * @param payloadDigest labelled hash of its payload
   * @param fetchedAt when it was fetched
   */
  public record Answer(String payloadDigest, Instant fetchedAt) {}

  /**
   * Reads a WARC whose records are whole, such as a {@linkplain WarcSlice slice}.
   *
   * @return those answers beside which an address is told
   */
  public static Map<Answer, ServerFacts> of(Path warc) throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    Map<String, ServerFacts> told = new HashMap<>();
    RecordDecoder decoder =
        new RecordDecoder(warc.getFileName().toString(), WarcReader.DEFAULT_MAX_PAYLOAD_BYTES);
    try (RecordSource source = RecordSource.open(warc)) {
      for (Optional<WarcRecord> next = source.next(); next.isPresent(); next = source.next()) {
        if (next.get() instanceof WarcMetadata metadata) {
          read(metadata, told);
        } else if (decoder.decode(next.get(), source.offset())
            instanceof WarcEntry.Captured captured) {
          answers.put(
              captured.id(),
              new Answer(captured.capture().payloadDigest(), captured.capture().fetchedAt()));
        }
      }
    }
    Map<Answer, ServerFacts> facts = new HashMap<>();
    told.forEach((id, server) -> {
      Answer answer = answers.get(id);
      if (answer != null) {
        facts.put(answer, server);
      }
    });
    return facts;
  }

  private static void read(WarcMetadata metadata, Map<String, ServerFacts> told)
      throws IOException {
    String answer = metadata.headers().first("WARC-Concurrent-To").orElse("");
    if (answer.isEmpty() || metadata.body().size() > RecordDecoder.MAX_FIELDS_BYTES) {
      return;
    }
    Map<String, List<String>> fields = fields(metadata);
    List<String> address = fields.getOrDefault(ADDRESS, List.of());
    if (!address.isEmpty()) {
      told.put(answer, new ServerFacts(address.getFirst(), TlsFacts.read(fields)));
    }
  }

  /** In a record of others anything may stand, also where it says that it has fields. */
  private static Map<String, List<String>> fields(WarcMetadata metadata) throws IOException {
    if (!metadata.contentType().base().equals(MediaType.WARC_FIELDS)) {
      return Map.of();
    }
    try {
      return metadata.fields().map();
    } catch (ParsingException e) {
      return Map.of();
    }
  }
}
