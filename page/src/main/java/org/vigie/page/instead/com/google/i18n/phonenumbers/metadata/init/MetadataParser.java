package org.vigie.page.instead.com.google.i18n.phonenumbers.metadata.init;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadataCollection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of libphonenumber without Java's serialisation, of whose stream they are. */
public final class MetadataParser {
  private MetadataParser() {}

  public static MetadataParser newLenientParser() {
    return new MetadataParser();
  }

  public static MetadataParser newStrictParser() {
    return new MetadataParser();
  }

  public Collection<PhoneMetadata> parse(@Nullable InputStream source) {
    if (source == null) {
      return List.of();
    }
    PhoneMetadataCollection all = new PhoneMetadataCollection();
    try {
      all.readExternal(new BlockInput(source));
    } catch (IOException e) {
      throw new IllegalStateException("the page's data on phones can't be read", e);
    }
    return all.getMetadataList();
  }
}
