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

/**
 * Puts a picture's exact hash in the place of its address, so that the same picture is known at
 * whatever address it stands.
 *
 * <p>An advert and the hash of its picture come in any order, so the advert waits for the hash. The
 * first hash that comes for an address counts.
 *
 * <p>Key: the hash of the address. State: the hash of what stands there, or the adverts that wait
 * for it. End of life: the workspace's.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an instance before it hands it anything
public final class ResolvePictures
    extends KeyedCoProcessFunction<String, ContactUse, PictureHash, ContactUse> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "resolve-pictures";

  private static final ValueStateDescriptor<String> DIGEST =
      new ValueStateDescriptor<>("digest", Types.STRING);

  /** Advert → what it tells. */
  private static final MapStateDescriptor<String, ContactUse> WAITING =
      new MapStateDescriptor<>("waiting", Types.STRING, TypeInformation.of(ContactUse.class));

  private transient ValueState<String> digest;
  private transient MapState<String, ContactUse> waiting;

  /** Returns the key under which an advert with a picture meets its hash. */
  public static String address(ContactUse use) {
    return use.contact().substring(use.contact().indexOf(':') + 1);
  }

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
