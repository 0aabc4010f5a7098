package org.vigie.pipeline.index;

import org.jspecify.annotations.Nullable;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;

/**
 * One change to the index: a value to put, or a name to delete.
 *
 * <p>One component beside the key is present, the others are null: sealed types don't travel
 * without Kryo.
 *
 * @param key what the change is about; the same key goes to the same shard, in order
 * @param sighting a sighting, with where it is counted
 * @param contact what is known of a contact, likewise
 * @param deleted what is deleted by the name that is the key
 */
public record IndexChange(
    String key,
    @Nullable AssessedAdvert advert,
    @Nullable RememberedSighting sighting,
    @Nullable Membership membership,
    @Nullable ClusterProfile cluster,
    @Nullable ClusterAlias alias,
    @Nullable Alert alert,
    @Nullable RememberedContact contact,
    @Nullable ContactCut cut,
    @Nullable NetworkProfile network,
    @Nullable NetworkMembership placement,
    @Nullable AdvertVersions versions,
    @Nullable Deletion deleted) {

  /** What may be deleted. */
  public enum Deletion {
    /** A cluster that is no more. */
    CLUSTER,
    /** An alert that no longer holds. */
    ALERT,
    /** A network that is no more. */
    NETWORK,
    /** The place of a cluster or a contact in a network. */
    NETWORK_MEMBERSHIP,
    /** The reason why a contact joins nothing. */
    CONTACT_CUT,
    /** Where a former name of a cluster leads. */
    ALIAS
  }

  public static IndexChange put(AssessedAdvert value) {
    return of(value.advert().id(), value);
  }

  public static IndexChange put(RememberedSighting value) {
    return of(value.sighting().advertId(), value);
  }

  public static IndexChange put(Membership value) {
    return of(value.advertId(), value);
  }

  public static IndexChange put(ClusterProfile value) {
    return of(value.id(), value);
  }

  public static IndexChange put(ClusterAlias value) {
    return of(value.formerId(), value);
  }

  public static IndexChange put(Alert value) {
    return of(value.id(), value);
  }

  public static IndexChange put(RememberedContact value) {
    return of(value.profile().key(), value);
  }

  public static IndexChange put(ContactCut value) {
    return of(value.contact(), value);
  }

  public static IndexChange put(NetworkProfile value) {
    return of(value.id(), value);
  }

  public static IndexChange put(NetworkMembership value) {
    return of(value.member(), value);
  }

  public static IndexChange put(AdvertVersions value) {
    return of(value.place(), value);
  }

  public static IndexChange deleteCluster(String id) {
    return of(id, Deletion.CLUSTER);
  }

  public static IndexChange deleteAlert(String id) {
    return of(id, Deletion.ALERT);
  }

  public static IndexChange deleteNetwork(String id) {
    return of(id, Deletion.NETWORK);
  }

  public static IndexChange deleteNetworkMembership(String member) {
    return of(member, Deletion.NETWORK_MEMBERSHIP);
  }

  public static IndexChange deleteContactCut(String contact) {
    return of(contact, Deletion.CONTACT_CUT);
  }

  public static IndexChange deleteAlias(String former) {
    return of(former, Deletion.ALIAS);
  }

  private static IndexChange of(String key, Object change) {
    return new IndexChange(
        key,
        change instanceof AssessedAdvert value ? value : null,
        change instanceof RememberedSighting value ? value : null,
        change instanceof Membership value ? value : null,
        change instanceof ClusterProfile value ? value : null,
        change instanceof ClusterAlias value ? value : null,
        change instanceof Alert value ? value : null,
        change instanceof RememberedContact value ? value : null,
        change instanceof ContactCut value ? value : null,
        change instanceof NetworkProfile value ? value : null,
        change instanceof NetworkMembership value ? value : null,
        change instanceof AdvertVersions value ? value : null,
        change instanceof Deletion value ? value : null);
  }
}
