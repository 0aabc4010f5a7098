package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.Sighting;

/** The one writer of one index shard. */
public final class ShardWriter implements AutoCloseable {
  /**
   * Opens a shard as it was at a checkpoint; later commits are discarded. Empty: as it was before
   * any checkpoint, that is, without documents.
   */
  public static ShardWriter open(Path shard, OptionalLong checkpoint) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public void put(AssessedAdvert advert) throws IOException {}

  public void put(Sighting sighting) throws IOException {}

  public void put(Membership membership) throws IOException {}

  public void put(ClusterProfile cluster) throws IOException {}

  public void put(ClusterAlias alias) throws IOException {}

  public void put(Alert alert) throws IOException {}

  public void deleteCluster(String id) throws IOException {}

  public void deleteAlert(String id) throws IOException {}

  /** Makes everything put so far durable as the state at a checkpoint. */
  public void commit(long checkpoint) throws IOException {}

  /** Lets go of commits that are older than a checkpoint that is complete. */
  public void completed(long checkpoint) throws IOException {}

  /** Closes without a commit. */
  @Override
  public void close() throws IOException {}
}
