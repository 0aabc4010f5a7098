package org.vigie.pipeline.contact;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.PictureHash;

/** What put hashes in the place of addresses before ends of life were kept, as it saved state. */
@SuppressWarnings("NullAway.Init") // Flink opens an instance before it hands it anything
final class EarlierResolvePictures
    extends KeyedCoProcessFunction<String, ContactUse, PictureHash, ContactUse> {
  private static final long serialVersionUID = 1L;

  private static final ValueStateDescriptor<String> DIGEST =
      new ValueStateDescriptor<>("digest", Types.STRING);

  /** Advert → what it tells. */
  private static final MapStateDescriptor<String, ContactUse> WAITING =
      new MapStateDescriptor<>("waiting", Types.STRING, TypeInformation.of(ContactUse.class));

  private transient ValueState<String> digest;
  private transient MapState<String, ContactUse> waiting;

  @Override
  public void open(OpenContext context) {
    digest = getRuntimeContext().getState(DIGEST);
    waiting = getRuntimeContext().getMapState(WAITING);
  }

  @Override
  public void processElement1(ContactUse use, Context context, Collector<ContactUse> out)
      throws Exception {
    @Nullable String known = digest.value();
    if (known == null) {
      if (!use.isSeenStill() || !waiting.contains(use.advertId())) {
        // One that comes again was seen earlier too. Nobody has been told of it yet.
        waiting.put(use.advertId(), use.asFirst());
      }
    } else {
      out.collect(use.of(key(known)));
    }
  }

  @Override
  public void processElement2(PictureHash picture, Context context, Collector<ContactUse> out)
      throws Exception {
    if (digest.value() == null) {
      digest.update(picture.digest());
      for (ContactUse use : waiting.values()) {
        out.collect(use.of(key(picture.digest())));
      }
      waiting.clear();
    }
  }

  private static String key(String digest) {
    return Contact.declared(ContactType.PICTURE, digest).key();
  }
}
