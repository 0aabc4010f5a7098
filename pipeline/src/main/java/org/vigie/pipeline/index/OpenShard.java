package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.ShardWriter;

/** A shard that is written here, and kept in the store if there is one. */
final class OpenShard implements AutoCloseable {
  private final Path folder;
  private final ShardWriter writer;
  private final @Nullable ShardStore store;

  private OpenShard(Path folder, ShardWriter writer, @Nullable ShardStore store) {
    this.folder = folder;
    this.writer = writer;
    this.store = store;
  }

  /** Opens a shard as it was at a checkpoint; empty: as it was before any. */
  static OpenShard open(IndexPlace place, int number, OptionalLong checkpoint) throws IOException {
    Path folder = Workspace.shard(Path.of(place.folder()), number);
    Optional<String> uri = place.optionalStore();
    if (uri.isEmpty()) {
      return new OpenShard(folder, ShardWriter.open(folder, checkpoint), null);
    }
    ShardStore store = new ShardStore(uri.get(), number);
    if (checkpoint.isPresent()) {
      // Before the claim: one that can't go on must not void what another has written.
      requireHeld(store, uri.get(), number, checkpoint.getAsLong());
    }
    // What lies here may be of another history: only what the store holds counts.
    Optional<ShardManifest> start = store.claim(checkpoint);
    if (start.isPresent()) {
      store.fetch(start.get(), folder);
    }
    OptionalLong from = start.isPresent() ? checkpoint : OptionalLong.empty();
    return new OpenShard(folder, ShardWriter.open(folder, from), store);
  }

  private static void requireHeld(ShardStore store, String uri, int number, long checkpoint)
      throws IOException {
    Optional<ShardManifest> found = store.at(checkpoint);
    if (found.isEmpty() || found.get().checkpoint() != checkpoint) {
      throw new IOException(
          "%s must hold shard %d at checkpoint %d, from which the job goes on, but holds %s; was it written without the store since?"
              .formatted(
                  uri,
                  number,
                  checkpoint,
                  found.map(earlier -> "only " + earlier.checkpoint()).orElse("nothing")));
    }
  }

  ShardWriter writer() {
    return writer;
  }

  void commit(long checkpoint) throws IOException {
    writer.commit(checkpoint);
    if (store != null) {
      store.keep(folder, writer.files(), checkpoint);
    }
  }

  void completed(long checkpoint) throws IOException {
    writer.completed(checkpoint);
    if (store != null) {
      store.completed(checkpoint);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
