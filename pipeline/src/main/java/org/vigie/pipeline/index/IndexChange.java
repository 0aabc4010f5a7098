package org.vigie.pipeline.index;

import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.state.OneOfTypeInfo;

/** One change to the index: a value to put, or a name to delete. */
@TypeInfo(OneOfTypeInfo.Factory.class)
public sealed interface IndexChange {
  /** Returns what the change is about; the same key goes to the same shard, in order. */
  default String key() {
    return switch (this) {
      case PutAdvert(AssessedAdvert value) -> value.advert().id();
      case PutSighting(RememberedSighting value) -> value.sighting().advertId();
      case PutMembership(Membership value) -> value.advertId();
      case PutCluster(ClusterProfile value) -> value.id();
      case PutAlias(ClusterAlias value) -> value.formerId();
      case PutAlert(Alert value) -> value.id();
      case PutContact(RememberedContact value) -> value.profile().key();
      case PutContactCut(ContactCut value) -> value.contact();
      case PutNetwork(NetworkProfile value) -> value.id();
      case PutNetworkMembership(NetworkMembership value) -> value.member();
      case PutVersions(AdvertVersions value) -> value.place();
      case Delete gone -> gone.key();
    };
  }

  /** An advert. */
  record PutAdvert(AssessedAdvert value) implements IndexChange {}

  /** A sighting, with where it is counted. */
  record PutSighting(RememberedSighting value) implements IndexChange {}

  /** The cluster of an advert. */
  record PutMembership(Membership value) implements IndexChange {}

  /** A cluster. */
  record PutCluster(ClusterProfile value) implements IndexChange {}

  /** Where a former name leads. */
  record PutAlias(ClusterAlias value) implements IndexChange {}

  /** An alert. */
  record PutAlert(Alert value) implements IndexChange {}

  /** What is known of a contact, with where it is counted. */
  record PutContact(RememberedContact value) implements IndexChange {}

  /** The reason why a contact joins nothing. */
  record PutContactCut(ContactCut value) implements IndexChange {}

  /** A network. */
  record PutNetwork(NetworkProfile value) implements IndexChange {}

  /** The network of a cluster or a contact. */
  record PutNetworkMembership(NetworkMembership value) implements IndexChange {}

  /** The versions that a place had. */
  record PutVersions(AdvertVersions value) implements IndexChange {}

  /**
   * What is no more.
   *
   * @param key its name
   * @param what what bears the name
   */
  record Delete(String key, Deletion what) implements IndexChange {}

  /** What may be deleted. */
  enum Deletion {
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

  static IndexChange put(AssessedAdvert value) {
    return new PutAdvert(value);
  }

  static IndexChange put(RememberedSighting value) {
    return new PutSighting(value);
  }

  static IndexChange put(Membership value) {
    return new PutMembership(value);
  }

  static IndexChange put(ClusterProfile value) {
    return new PutCluster(value);
  }

  static IndexChange put(ClusterAlias value) {
    return new PutAlias(value);
  }

  static IndexChange put(Alert value) {
    return new PutAlert(value);
  }

  static IndexChange put(RememberedContact value) {
    return new PutContact(value);
  }

  static IndexChange put(ContactCut value) {
    return new PutContactCut(value);
  }

  static IndexChange put(NetworkProfile value) {
    return new PutNetwork(value);
  }

  static IndexChange put(NetworkMembership value) {
    return new PutNetworkMembership(value);
  }

  static IndexChange put(AdvertVersions value) {
    return new PutVersions(value);
  }

  static IndexChange deleteCluster(String id) {
    return new Delete(id, Deletion.CLUSTER);
  }

  static IndexChange deleteAlert(String id) {
    return new Delete(id, Deletion.ALERT);
  }

  static IndexChange deleteNetwork(String id) {
    return new Delete(id, Deletion.NETWORK);
  }

  static IndexChange deleteNetworkMembership(String member) {
    return new Delete(member, Deletion.NETWORK_MEMBERSHIP);
  }

  static IndexChange deleteContactCut(String contact) {
    return new Delete(contact, Deletion.CONTACT_CUT);
  }

  static IndexChange deleteAlias(String former) {
    return new Delete(former, Deletion.ALIAS);
  }

  /** Returns whether the change puts or deletes an alert. */
  default boolean isOfAlert() {
    return this instanceof PutAlert || deletes(Deletion.ALERT);
  }

  /** Returns whether the change deletes such a thing. */
  default boolean deletes(Deletion what) {
    return this instanceof Delete gone && gone.what() == what;
  }
}
