package org.overread.web.testing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.overread.registry.Permission;
import org.overread.web.shell.Needs;

/** An empty page for tests of parts that have no address of their own. */
@Needs(Permission.READ_MODELS)
@Route(value = "", autoLayout = false)
public class BareView extends Div {
    private static final long serialVersionUID = 1L;
}
