package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.SetTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.alert.DayOfLeads;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.cluster.VersionSeen;
import org.vigie.pipeline.contact.BandedUse;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.RememberedContact;
import org.vigie.pipeline.index.RememberedSighting;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.neardup.SignedAdvert;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.state.OneOfTypeInfo;

class TravelTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Advert.class,
        AdvertVersions.class,
        Alert.class,
        AssessedAdvert.class,
        ClusterProfile.class,
        ContactProfile.class,
        ContactSigns.class,
        ContactUse.class,
        DeadLetter.class,
        Intake.class,
        NearDuplicateLink.class,
        NetworkNode.class,
        NetworkProfile.class,
        Observation.class,
        PictureHash.class,
        BandedUse.class,
        Sighting.class,
        RememberedContact.class,
        RememberedSighting.class,
        SignedAdvert.class,
        VersionSeen.class,
        MatchedAdvert.class,
        Lead.class,
        DayOfLeads.class
      })
  void travelsWithoutKryo(Class<?> type) {
    TypeInformation<?> info = TypeInformation.of(type);

    assertThat(info).isInstanceOf(PojoTypeInfo.class);
    assertThat(generic(info)).isFalse();
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);
    assertThat(info.createSerializer(strict)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(classes = {ClusterInput.class, IndexChange.class})
  void travelsAsOneOfSeveralKinds(Class<?> type) {
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);

    TypeInformation<?> info = TypeInformation.of(type);

    assertThat(info).isInstanceOf(OneOfTypeInfo.class);
    assertThat(info.createSerializer(strict)).isNotNull();
    assertThat(type.getPermittedSubclasses())
        .allMatch(kind -> TypeInformation.of(kind) instanceof PojoTypeInfo)
        .noneMatch(kind -> generic(TypeInformation.of(kind)));
  }

  private static boolean generic(TypeInformation<?> info) {
    if (info instanceof PojoTypeInfo<?> pojo) {
      for (int field = 0; field < pojo.getArity(); field++) {
        if (generic(pojo.getTypeAt(field))) {
          return true;
        }
      }
    }
    if (info instanceof ListTypeInfo<?> list) {
      return generic(list.getElementTypeInfo());
    }
    if (info instanceof SetTypeInfo<?> set) {
      return generic(set.getElementTypeInfo());
    }
    if (info instanceof MapTypeInfo<?, ?> map) {
      return generic(map.getKeyTypeInfo()) || generic(map.getValueTypeInfo());
    }
    return info instanceof GenericTypeInfo;
  }
}
