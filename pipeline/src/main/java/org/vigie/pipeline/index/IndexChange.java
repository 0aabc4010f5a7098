package org.vigie.pipeline.index;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.Sighting;

/**
 * One change to the index: a value to put, or a name to delete.
 *
 * <p>One component is present, the others are null or empty: sealed types don't travel without
 * Kryo.
 *
 * @param key what the change is about; the same key goes to the same shard, in order
 * @param deletedCluster id of a cluster that is no more, or empty
 * @param deletedAlert id of an alert that no longer holds, or empty
 */
public record IndexChange(
    String key,
    @Nullable AssessedAdvert advert,
    @Nullable Sighting sighting,
    @Nullable Membership membership,
    @Nullable ClusterProfile cluster,
    @Nullable ClusterAlias alias,
    @Nullable Alert alert,
    String deletedCluster,
    String deletedAlert) {

  public static IndexChange put(AssessedAdvert value) {
    return new IndexChange(value.advert().id(), value, null, null, null, null, null, "", "");
  }

  public static IndexChange put(Sighting value) {
    return new IndexChange(value.advertId(), null, value, null, null, null, null, "", "");
  }

  public static IndexChange put(Membership value) {
    return new IndexChange(value.advertId(), null, null, value, null, null, null, "", "");
  }

  public static IndexChange put(ClusterProfile value) {
    return new IndexChange(value.id(), null, null, null, value, null, null, "", "");
  }

  public static IndexChange put(ClusterAlias value) {
    return new IndexChange(value.formerId(), null, null, null, null, value, null, "", "");
  }

  public static IndexChange put(Alert value) {
    return new IndexChange(value.id(), null, null, null, null, null, value, "", "");
  }

  public static IndexChange deleteCluster(String id) {
    return new IndexChange(id, null, null, null, null, null, null, id, "");
  }

  public static IndexChange deleteAlert(String id) {
    return new IndexChange(id, null, null, null, null, null, null, "", id);
  }
}
