package org.vigie.capture.warc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.vigie.advert.Capture;

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
   * @return those answers beside which an address is told, without records that share an id: which
   *     server gave which answer can't be known
   */
  public static Map<Answer, ServerFacts> of(Path warc) throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    Map<String, ServerFacts> told = new HashMap<>();
    Set<String> repeated = new HashSet<>();
    RecordDecoder decoder =
        new RecordDecoder(warc.getFileName().toString(), WarcReader.DEFAULT_MAX_PAYLOAD_BYTES);
    try (RecordSource source = RecordSource.open(warc)) {
      for (Optional<WarcRecord> next = source.next(); next.isPresent(); next = source.next()) {
        if (next.get() instanceof WarcMetadata metadata) {
          read(metadata, told, repeated);
        } else if (decoder.decode(next.get(), source.offset())
            instanceof WarcEntry.Captured captured) {
          Capture capture = captured.capture();
          Answer answer = new Answer(capture.payloadDigest(), capture.fetchedAt());
          if (answers.put(captured.id(), answer) != null) {
            repeated.add(captured.id());
          }
        }
      }
    }
    told.keySet().removeAll(repeated);
    Map<Answer, ServerFacts> facts = new HashMap<>();
    told.forEach((id, server) -> {
      Answer answer = answers.get(id);
      if (answer != null) {
        facts.put(answer, server);
      }
    });
    return facts;
  }

  private static void read(
      WarcMetadata metadata, Map<String, ServerFacts> told, Set<String> repeated)
      throws IOException {
    String answer = metadata.headers().first("WARC-Concurrent-To").orElse("");
    if (answer.isEmpty() || metadata.body().size() > RecordDecoder.MAX_FIELDS_BYTES) {
      return;
    }
    Map<String, List<String>> fields = fields(metadata);
    List<String> address = fields.getOrDefault(ADDRESS, List.of());
    if (!address.isEmpty()
        && told.put(answer, new ServerFacts(address.getFirst(), TlsFacts.read(fields))) != null) {
      repeated.add(answer);
    }
  }

  /** In a record of others anything may stand, also where it says that it has fields. */
  private static Map<String, List<String>> fields(WarcMetadata metadata) throws IOException {
    if (!metadata.contentType().base().equals(MediaType.WARC_FIELDS)) {
      return Map.of();
    }
    try {
      return metadata.fields().map();
    } catch (EOFException | ZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }
}
