package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.Sighting;

/** All shards of an index, opened for reading. */
public final class AdvertIndex implements AutoCloseable {
  /** Opens the newest commit of every shard below a folder. */
  public static AdvertIndex open(Path index) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public SearchResult search(SearchRequest request) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Finds an advert by its id or by a site's own id for it. */
  public Optional<AssessedAdvert> findAdvert(String id) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public Optional<Sighting> findSighting(String advertId) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Finds a cluster by its name or a former one. */
  public Optional<ClusterProfile> findCluster(String id) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns all memberships, in order of advert ids. */
  public List<Membership> memberships() throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns the clusters with at least a number of adverts, largest first, then by name. */
  public List<ClusterProfile> clusters(int minSize, int limit) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns alerts, most severe first, then newest, then by id. */
  public List<Alert> alerts(int limit) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public IndexCounts counts() throws IOException {
    throw new IllegalStateException("placeholder");
  }

  @Override
  public void close() throws IOException {}
}
