package org.vigie.pipeline;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.vigie.advert.ContactType;
import org.vigie.advert.PictureHash;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.contact.BandedUse;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.contact.PairPictures;
import org.vigie.pipeline.contact.ProfileContacts;
import org.vigie.pipeline.contact.ResolvePictures;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.topic.TopicEnds;

/** The steps that tell of contacts, accounts and pictures what the adverts say that name them. */
final class ContactSteps {
  private final RunConfig config;
  private final Watch watch;
  private final TopicEnds ends;

  ContactSteps(RunConfig config, Watch watch, TopicEnds ends) {
    this.config = config;
    this.watch = watch;
    this.ends = ends;
  }

  /** Accounts and pictures are told of as contacts are; a picture once its hash is known. */
  DataStream<ContactUse> resolved(DataStream<ContactUse> uses, DataStream<PictureHash> pictures) {
    DataStream<ContactUse> resolved =
        uses.filter(use -> use.type() == ContactType.PICTURE && !PairPictures.isOfLook(use))
            .name("pictures of adverts")
            .uid("pictures-of-adverts")
            .connect(pictures)
            .keyBy(ResolvePictures::address, PictureHash::address)
            .transform(
                "resolve pictures",
                TypeInformation.of(ContactUse.class),
                new ResolvePictures(config.horizon()))
            .uid(ResolvePictures.UID);
    return uses.filter(use -> use.type() != ContactType.PICTURE)
        .name("contacts of adverts")
        .uid("contacts-of-adverts")
        .union(resolved, alike(uses));
  }

  /** Returns what contacts change in the index, with their signs beside. */
  SingleOutputStreamOperator<IndexChange> contacts(DataStream<ContactUse> uses) {
    return uses.keyBy(ContactUse::contact)
        .transform(
            "profile contacts",
            TypeInformation.of(IndexChange.class),
            new ProfileContacts(
                config.models(),
                config.grouping().alertRules(),
                config.grouping().networks(),
                watch.watchlist(),
                PromptFlush.of(ends.alerts()),
                config.horizon()))
        .uid(ProfileContacts.UID);
  }

  /** Pictures that look the same are told of as one. */
  private DataStream<ContactUse> alike(DataStream<ContactUse> uses) {
    return uses.filter(PairPictures::isOfLook)
        .name("looks of pictures")
        .uid("looks-of-pictures")
        .flatMap(BandedUse::toEach)
        .returns(TypeInformation.of(BandedUse.class))
        .name("bands of looks")
        .uid("bands-of-looks")
        .keyBy(BandedUse::band)
        .process(new PairPictures(config.horizon()))
        .returns(TypeInformation.of(ContactUse.class))
        .name("pair pictures")
        .uid(PairPictures.UID);
  }
}
