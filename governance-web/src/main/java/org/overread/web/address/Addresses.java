package org.overread.web.address;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.web.security.RefusalPage;

/**
 * Tells programs that there is nothing at an address instead of showing them a page, and refuses addresses that hold what
 * no name and no value can. Pages, and the files and calls they are made of, go on to the servlet of the pages; so does
 * whatever a browser is led to, which gets the page that says that nothing is there.
 */
@WebFilter("/*")
public class Addresses extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var broken = BrokenAddress.in(request);
        if (broken.isPresent()) {
            RefusalPage.refuse(
                    request, response, 400, broken.get().field(), broken.get().reason());
        } else if (forPages(request)) {
            page(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether no other servlet has this address. */
    private static boolean forPages(HttpServletRequest request) {
        return request.getHttpServletMapping().getPattern().equals("/*");
    }

    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (ofMachines(path)) {
            nothingHere(request, response);
        } else if (ofAPage(request, path)) {
            chain.doFilter(request, response);
        } else if (READING.contains(request.getMethod())) {
            read(request, response, chain, path);
        } else if (isPage(path) || isFile(path)) {
            response.setHeader("Allow", "GET, HEAD");
            RefusalPage.refuse(request, response, 405, null, "this address does not take that method");
        } else {
            nothingHere(request, response);
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        boolean there = isPage(path);
        if (there && !RefusalPage.takesPages(request) && !takesAnything(request)) {
            RefusalPage.refuse(request, response, 406, null, "this is a page; it is given as text/html only");
        } else if (there || isFile(path)) {
            chain.doFilter(request, response);
        } else if (RefusalPage.takesPages(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            chain.doFilter(request, response);
        } else {
            nothingHere(request, response);
        }
    }

    private static void nothingHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RefusalPage.refuse(request, response, 404, null, "there is nothing at this address");
    }

    private static boolean ofMachines(String path) {
        return (path + "/").startsWith("/api/") || (path + "/").startsWith("/cds-services/");
    }

    /** What an open page asks for by itself. */
    private boolean ofAPage(HttpServletRequest request, String path) {
        @Nullable String query = request.getQueryString();
        return path.startsWith("/VAADIN/") || query != null && query.startsWith("v-r=") && isPage(path);
    }

    private boolean isPage(String path) {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(getServletContext()))
                .getNavigationRouteTarget(path.substring(1))
                .hasTarget();
    }

    private boolean isFile(String path) throws MalformedURLException {
        return !path.endsWith("/")
                && (getServletContext().getResource(path) != null
                        || getClass().getResource("/META-INF/VAADIN/webapp" + path) != null);
    }

    private static boolean takesAnything(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return accept == null || accept.contains("*/*") || accept.contains("text/*");
    }
}
