package org.vigie.page.instead.com.google.i18n.phonenumbers.metadata.init;

import com.google.i18n.phonenumbers.MetadataLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.page.PageData;

/** Reads what is known of phone numbers from the page's data. */
public final class ClassPathResourceMetadataLoader implements MetadataLoader {
  @Override
  public @Nullable InputStream loadMetadata(String name) {
    String part = "phones" + name.substring(name.lastIndexOf('/'));
    return PageData.has(part) ? new ByteArrayInputStream(PageData.bytes(part)) : null;
  }
}
