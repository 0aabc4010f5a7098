package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

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
    // What lies here may be of another history: only what the store holds counts.
    Optional<ShardManifest> start = store.claim(checkpoint);
    if (start.isPresent()) {
      store.fetch(start.get(), folder);
    }
    return new OpenShard(folder, ShardWriter.open(folder, checkpoint), store);
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
