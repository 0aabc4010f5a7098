package org.vigie.pipeline.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.zip.CRC32;

/** The manifests of one shard in a store: each is written whole, with a checksum before it. */
final class StoredManifests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_SUFFIX = ".json";

  private final StoreFolder manifests;
  private final String shard;

  /**
   * @param shard what errors call it
   */
  StoredManifests(StoreFolder manifests, String shard) {
    this.manifests = manifests;
    this.shard = shard;
  }

  /** What the name of a manifest's file says. */
  record Name(long epoch, long checkpoint) {
    static Name ofFile(String file) {
      int dash = file.indexOf('-');
      return new Name(
          Long.parseLong(file.substring(0, dash)),
          Long.parseLong(file.substring(dash + 1, file.length() - JSON_SUFFIX.length())));
    }

    static Name of(ShardManifest manifest) {
      return new Name(manifest.epoch(), manifest.checkpoint());
    }

    String file() {
      return ShardClaims.number(epoch) + "-" + ShardClaims.number(checkpoint) + JSON_SUFFIX;
    }
  }

  List<Name> names() throws IOException {
    return manifests.names().stream()
        .filter(file -> file.endsWith(JSON_SUFFIX))
        .map(Name::ofFile)
        .toList();
  }

  /** Returns the files of all that are listed. */
  List<String> files() throws IOException {
    return manifests.names();
  }

  void delete(String file) throws IOException {
    manifests.delete(file);
  }

  void write(ShardManifest manifest) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(manifest);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] line = "%08x%n".formatted(crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    manifests.writeWhole(
        Name.of(manifest).file(),
        out -> {
          out.write(line);
          out.write(bytes);
        });
  }

  /**
   * Returns the manifests that count, in the order of their checkpoints. An older writer's that are
   * later than what a newer one started from don't, nor do those of a writer whose claim was let
   * go: the last that it had to say was let go before.
   */
  List<ShardManifest> valid(ShardClaims claims) throws IOException {
    // Manifests before claims: one whose claim was let go meanwhile was let go itself before.
    List<Name> names = names();
    NavigableMap<Long, Long> starts = claims.starts();
    List<ShardManifest> valid = new ArrayList<>();
    for (Name manifest : names) {
      if (starts.containsKey(manifest.epoch())
          && starts.tailMap(manifest.epoch(), false).values().stream()
              .allMatch(start -> manifest.checkpoint() <= start)) {
        read(manifest.file()).ifPresent(valid::add);
      }
    }
    valid.sort(Comparator.comparingLong(ShardManifest::checkpoint));
    return valid;
  }

  /** Returns a manifest; empty if it was let go since it was listed. */
  private Optional<ShardManifest> read(String file) throws IOException {
    try (InputStream in = manifests.open(file)) {
      byte[] all = in.readAllBytes();
      String text = new String(all, StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      CRC32 crc = new CRC32();
      String json = text.substring(end + 1);
      crc.update(json.getBytes(StandardCharsets.UTF_8));
      if (end < 0 || !text.substring(0, end).strip().equals("%08x".formatted(crc.getValue()))) {
        throw new IOException(
            "manifest %s of %s must be as it was written, but is damaged".formatted(file, shard));
      }
      return Optional.of(JSON.readValue(json, ShardManifest.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
